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

    /// Terms with everything given.
    public init(family: TaskFamily, lane: TaskLane, tariff: Tariff, textField: String) {
        self.family = family
        self.lane = lane
        self.tariff = tariff
        self.textField = textField
    }
}
