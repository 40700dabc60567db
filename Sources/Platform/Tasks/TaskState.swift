/// Where a task stands. Completed and failed are final.
public enum TaskState: String, Sendable {
    /// Nobody works on it yet, or no longer.
    case queued
    /// Someone who holds its lease works on it.
    case running
    /// Its file can be fetched.
    case completed
    /// It can't be done.
    case failed

    /// Whether nothing will change any more.
    public var isFinal: Bool {
        self == .completed || self == .failed
    }
}
