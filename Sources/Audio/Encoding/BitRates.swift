/// The bit rates a format has, in bit/s.
public enum BitRates: Sendable, Hashable, CustomStringConvertible {
    /// None: the format keeps every sample.
    case none
    /// These, in ascending order.
    case list([Int])
    /// All between two, both included.
    case range(ClosedRange<Int>)

    /// Whether a rate is one of them; the absence of one is right where there are none.
    public func contains(_ rate: Int?) -> Bool {
        switch (self, rate) {
        case (.none, let rate): rate == nil
        case (_, nil): false
        case (.list(let rates), let rate?): rates.contains(rate)
        case (.range(let range), let rate?): range.contains(rate)
        }
    }

    public var description: String {
        switch self {
        case .none: "none"
        case .list(let rates): rates.map(String.init).joined(separator: ", ") + " bit/s"
        case .range(let range): "\(range.lowerBound) to \(range.upperBound) bit/s"
        }
    }
}
