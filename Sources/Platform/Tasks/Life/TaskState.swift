/// Where a task stands. Completed, failed and deleted are final.
public enum TaskState: String, Sendable, CaseIterable {
    /// Nobody works on it yet, or no longer.
    case queued
    /// Someone who holds its lease works on it.
    case running
    /// Its file can be fetched.
    case completed
    /// It can't be done.
    case failed
    /// It is gone, but for what it cost.
    case deleted

    /// Whether no work will change it any more.
    public var isFinal: Bool {
        switch self {
        case .queued, .running: false
        case .completed, .failed, .deleted: true
        }
    }
}
