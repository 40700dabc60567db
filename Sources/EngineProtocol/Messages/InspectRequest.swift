import Speech

/// A recording that will be sent, to be checked alone.
public struct InspectRequest: Sendable, Codable, Hashable {
    /// What is taken.
    public var rules: ReferenceRules
    /// Whether steady noise is no reason to refuse it.
    public var reducesNoise: Bool

    /// A request for a recording as most are, unless it says otherwise.
    public init(rules: ReferenceRules = .usual, reducesNoise: Bool = false) {
        self.rules = rules
        self.reducesNoise = reducesNoise
    }
}
