import Synchronization

/// The end of a process, for whoever waits for it.
final class ExitSignal: Sendable {
    private struct State {
        var code: Int32?
        var waiting: [CheckedContinuation<Int32, Never>] = []
    }

    private let state = Mutex(State())

    /// The exit code, once there is one.
    func code() async -> Int32 {
        await withCheckedContinuation { continuation in
            let code = state.withLock { state in
                if state.code == nil { state.waiting.append(continuation) }
                return state.code
            }
            if let code { continuation.resume(returning: code) }
        }
    }

    /// Does `body` if the process has not ended; it can't end, and its id can't go to another, in the meantime.
    func whileRunning(_ body: () -> Void) {
        state.withLock { if $0.code == nil { body() } }
    }

    /// Notes the end that `reap` finds out.
    func end(_ reap: () -> Int32) {
        let (code, waiting) = state.withLock { state in
            let code = reap()
            state.code = code
            return (code, state.waiting)
        }
        for continuation in waiting { continuation.resume(returning: code) }
    }
}
