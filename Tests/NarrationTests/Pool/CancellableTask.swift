import Synchronization

/// A task that can be cancelled by what it calls itself.
final class CancellableTask: Sendable {
    private struct State {
        var isCancelled = false
        var task: Task<Void, any Error>?
    }

    private let state = Mutex(State())

    /// Starts the task and waits for its end.
    func run(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let task = Task(operation: work)
        let isCancelled = state.withLock { state in
            state.task = task
            return state.isCancelled
        }
        if isCancelled { task.cancel() }
        try await task.value
    }

    /// Cancels the task, even before it has started.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            return state.task
        }?.cancel()
    }
}
