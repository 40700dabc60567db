import Database

/// What a user gets to spend, month by month.
public enum CreditPlan: Sendable, Hashable {
    /// So many regular credits a month, which end with it; within ``CreditPlan/amounts``.
    case monthly(Int)
    /// Whatever is spent: it is recorded, and never refused.
    case unmetered

    /// How many credits a month may bring.
    public static let amounts = 0...1_000_000_000_000

    /// The plan as people type it: a number, or `unmetered`; nil where it is neither.
    public init?(_ text: String) {
        if text == "unmetered" {
            self = .unmetered
        } else if let amount = Int(text), Self.amounts.contains(amount) {
            self = .monthly(amount)
        } else {
            return nil
        }
    }

    /// The plan as people type it.
    public var text: String {
        switch self {
        case .monthly(let amount): "\(amount)"
        case .unmetered: "unmetered"
        }
    }

    init(row: Row) throws {
        self = try row.get("is_unmetered") ? .unmetered : .monthly(row.get("monthly_credits"))
    }

    /// The credits that come anew each month.
    var monthlyCredits: Int {
        if case .monthly(let amount) = self { amount } else { 0 }
    }

    /// - Throws: ``PlatformError/invalid(field:_:)``.
    func check() throws(PlatformError) {
        guard Self.amounts.contains(monthlyCredits) else {
            throw .invalid(field: "plan", "is unmetered, or a whole number from 0 to 1,000,000,000,000")
        }
    }
}
