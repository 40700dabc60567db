/// The sample rates a format has, in Hz.
public enum SampleRates: Sendable, Hashable, CustomStringConvertible {
    /// These, in ascending order.
    case list([Int])
    /// All between two, both included.
    case range(ClosedRange<Int>)

    /// Whether a rate is one of them.
    public func contains(_ rate: Int) -> Bool {
        switch self {
        case .list(let rates): rates.contains(rate)
        case .range(let range): range.contains(rate)
        }
    }

    public var description: String {
        switch self {
        case .list(let rates): rates.map(String.init).joined(separator: ", ") + " Hz"
        case .range(let range): "\(range.lowerBound) to \(range.upperBound) Hz"
        }
    }
}
