import Speech

/// On which terms a family clones voices.
public struct VoiceCloneTerms: Sendable, Hashable {
    /// What a clone costs, in credits.
    public var price: Int
    /// How many clones a user may have by this family, of all that they have by any.
    public var limit: Int
    /// What recordings have to be like.
    public var rules: ReferenceRules
    /// What the family calls the recording, for errors.
    public var recordingField: String
    /// What it calls the sample's text, for errors.
    public var previewField: String

    /// What a clone costs where it costs anything.
    public static let usualPrice = 1000
    /// The most clones that a user may have by any family.
    public static let mostClones = 10_000

    /// Terms with everything given.
    public init(
        price: Int = usualPrice, limit: Int = mostClones, rules: ReferenceRules = .usual, recordingField: String,
        previewField: String = "preview_text"
    ) {
        self.price = price
        self.limit = limit
        self.rules = rules
        self.recordingField = recordingField
        self.previewField = previewField
    }
}
