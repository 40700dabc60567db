/// On which terms a family takes requests on.
public struct TaskTerms: Sendable, Hashable {
    /// The family.
    public var family: TaskFamily
    /// The lane in which its tasks wait.
    public var lane: TaskLane
    /// What they cost, and how long their texts may be.
    public var tariff: Tariff
    /// What the family calls the text, for errors.
    public var textField: String
    /// What the family calls the language, for errors.
    public var languageField: String

    /// Terms with everything given; the language is called so unless it is called otherwise.
    public init(family: TaskFamily, lane: TaskLane, tariff: Tariff, textField: String, languageField: String = "language") {
        self.family = family
        self.lane = lane
        self.tariff = tariff
        self.textField = textField
        self.languageField = languageField
    }
}
