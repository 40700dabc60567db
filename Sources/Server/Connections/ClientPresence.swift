import Synchronization

/// Whether a connection's client is still there, for who works on its request.
final class ClientPresence: Sendable {
    private struct State {
        var isGone = false
        var action: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    /// Has `action` done when the client goes, or at once if it has gone; nil to have nothing done any more.
    func onLeave(_ action: (@Sendable () -> Void)?) {
        let isGone = state.withLock { state in
            state.action = action
            return state.isGone
        }
        if isGone { action?() }
    }

    /// The client has closed the connection, or will at least send nothing more.
    func leave() {
        let action = state.withLock { state in
            state.isGone = true
            return state.action.take()
        }
        action?()
    }

    /// Does `work`, and cancels it when the client goes.
    ///
    /// - Throws: What `work` throws; `CancellationError` where the client went and `work` heeds it.
    func whileHere<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let task = Task { try await work() }
        onLeave { task.cancel() }
        defer { onLeave(nil) }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
