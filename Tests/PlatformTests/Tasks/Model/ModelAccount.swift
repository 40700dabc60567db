@testable import Platform

/// A user's credits in the model.
struct ModelAccount {
    /// What the user was given at once.
    struct Grant {
        var kind: CreditGrantKind
        var remaining: Int
        var createdAt: Timestamp
        var expiresAt: Timestamp?

        func isOver(at now: Timestamp) -> Bool {
            expiresAt.map { $0 <= now } ?? false
        }
    }

    var plan: CreditPlan
    /// Every grant, in the order in which they were made.
    var grants: [Grant] = []
    /// The months whose credits were given.
    private var months: Set<String> = []
    /// What was spent for good.
    var charged = 0

    init(plan: CreditPlan) {
        self.plan = plan
    }

    /// What can be spent.
    func balance(at now: Timestamp) -> Int {
        let due = months.contains(Month(containing: now).name) ? 0 : plan.monthlyCredits
        let left = grants.reduce(0) { $0 + ($1.isOver(at: now) ? 0 : $1.remaining) }
        return left + due + (plan == .unmetered ? CreditBalance.unmeteredAllowance : 0)
    }

    /// Sets `amount` aside; nil where there is not enough.
    mutating func hold(_ amount: Int, at now: Timestamp) -> [(grant: Int, amount: Int)]? {
        guard amount > 0 else { return [] }
        expire(at: now)
        let month = Month(containing: now)
        if plan.monthlyCredits > 0, months.insert(month.name).inserted {
            grants.append(Grant(kind: .regular, remaining: plan.monthlyCredits, createdAt: now, expiresAt: month.end))
        }
        let available = grants.reduce(0) { $0 + $1.remaining }
        if available < amount {
            guard plan == .unmetered else { return nil }
            grants.append(Grant(kind: .unmetered, remaining: amount - available, createdAt: now, expiresAt: now))
        }
        var (missing, holds) = (amount, [(grant: Int, amount: Int)]())
        for place in spendingOrder where missing > 0 {
            let part = min(missing, grants[place].remaining)
            grants[place].remaining -= part
            missing -= part
            holds.append((place, part))
        }
        return holds
    }

    /// Gives back what was held.
    mutating func giveBack(_ holds: [(grant: Int, amount: Int)], at now: Timestamp) {
        for hold in holds { grants[hold.grant].remaining += hold.amount }
        if !holds.isEmpty { expire(at: now) }
    }

    private mutating func expire(at now: Timestamp) {
        for place in grants.indices where grants[place].isOver(at: now) { grants[place].remaining = 0 }
    }

    private var spendingOrder: [Int] {
        grants.indices.filter { grants[$0].remaining > 0 }.sorted { left, right in
            let (left, right) = (grants[left], grants[right])
            guard left.expiresAt != right.expiresAt else { return left.createdAt < right.createdAt }
            guard let first = left.expiresAt else { return false }
            return right.expiresAt.map { first < $0 } ?? true
        }
    }
}
