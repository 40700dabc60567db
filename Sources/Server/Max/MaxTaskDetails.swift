/// What this family keeps with a task: what was asked for, as it was asked for.
struct MaxTaskDetails: TaskDetails {
    var title: String
    var modelID: String
    /// The voice, by the id that was given.
    var voiceID: String
    /// The published name of the language that is read.
    var language: String
    var isClone: Bool

    static let none = MaxTaskDetails(title: "", modelID: "", voiceID: "", language: MaxLanguage.automatic, isClone: false)
}
