import Synchronization

/// How many tasks a worker is at.
final class RunningCount: Sendable {
    private let count = Mutex(0)

    /// The number.
    var value: Int {
        count.withLock { $0 }
    }

    /// Counts one more, or fewer.
    func add(_ amount: Int) {
        count.withLock { $0 += amount }
    }
}
