import Synchronization

/// Wakes who waits for tasks on this node. A signal is a hint that looking is worth it: nothing is lost without it but time.
final class TaskSignals: Sendable {
    /// Raised when a task is taken on, and when a worker has room again.
    let work = Signal()
    private let waiting = Mutex<[String: [Signal]]>([:])

    /// Does `body` with a signal that is raised when the task `id` is finished.
    func withFinish<Result>(
        of id: String, isolation: isolated (any Actor)? = #isolation, _ body: (Signal) async throws -> Result
    ) async rethrows -> Result {
        let signal = Signal()
        waiting.withLock { $0[id, default: []].append(signal) }
        defer {
            waiting.withLock { waiting in
                waiting[id]?.removeAll { $0 === signal }
                if waiting[id]?.isEmpty == true { waiting[id] = nil }
            }
        }
        return try await body(signal)
    }

    /// Tells who waits for the task `id` that it is finished.
    func finished(_ id: String) {
        for signal in waiting.withLock({ $0[id] ?? [] }) { signal.raise() }
    }
}
