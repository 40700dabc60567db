import Synchronization

/// How far a narration has come, told by the threads that work on it.
final class TaskProgress: Sendable {
    private let share = Mutex(0.0)

    /// The part that is done, 0 to 1.
    var value: Double {
        share.withLock { $0 }
    }

    /// Notes that `share` of the work is done; it never goes back.
    func reach(_ share: Double) {
        self.share.withLock { $0 = max($0, share) }
    }
}
