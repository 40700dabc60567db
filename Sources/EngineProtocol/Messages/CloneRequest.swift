import Speech

/// Recordings that will be sent, of somebody who is to be cloned.
public struct CloneRequest: Sendable, Codable, Hashable {
    /// What is taken.
    public var rules: ReferenceRules
    /// Whether steady noise is taken out of them, and is no reason to refuse them.
    public var reducesNoise: Bool
    /// How many recordings there are: ``countRange``. They are one speaker's, and their seconds add up.
    public var count: Int
    /// The file to make of them for people to listen to; nil for none.
    public var sample: AudioEncoding?

    /// The longest recording that is taken, in bytes.
    public static let sizeLimit = 20 << 20
    /// How many recordings are taken together.
    public static let countRange = 1...10

    /// A request for one recording as most are, which is measured as it is, unless it says otherwise.
    public init(rules: ReferenceRules = .usual, reducesNoise: Bool = false, count: Int = 1, sample: AudioEncoding? = nil) {
        self.rules = rules
        self.reducesNoise = reducesNoise
        self.count = count
        self.sample = sample
    }
}
