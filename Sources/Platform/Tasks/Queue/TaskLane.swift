/// Which of two queues a task waits in.
public enum TaskLane: String, Sendable, CaseIterable {
    /// Someone waits for the answer: it goes ahead.
    case interactive
    /// It is done in the background.
    case batch
}
