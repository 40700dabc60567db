/// What this family keeps with a task: what was asked for, as it was asked for, and what it is called.
struct MiniMaxTaskDetails: TaskDetails {
    var emotion: String
    var languageBoost: String
    var title: String

    /// What is asked for where nothing else is.
    static let automatic = "Auto"
    static let none = MiniMaxTaskDetails(emotion: automatic, languageBoost: automatic, title: "")
}
