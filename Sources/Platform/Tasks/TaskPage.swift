/// A page of a user's tasks.
public struct TaskPage: Sendable, Hashable {
    /// The tasks, the newest first.
    public var tasks: [SpeechTask]
    /// How many there are on all pages.
    public var total: Int
}
