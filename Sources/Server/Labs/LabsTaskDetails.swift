import Speech

/// What this family keeps with a task: what was asked for, as it was asked for.
struct LabsTaskDetails: TaskDetails {
    var modelID: String
    /// The voice, by the id that was given.
    var voiceID: String
    var delivery: Delivery
    var speed: Double

    static let none = LabsTaskDetails(modelID: "", voiceID: "", delivery: .usual, speed: 1)
}
