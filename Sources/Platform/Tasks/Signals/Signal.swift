import Synchronization

/// Wakes the one task that waits for it; raised while nobody waits, it lets the next wait pass at once.
final class Signal: Sendable {
    private struct State {
        var isRaised = false
        var waiter: CheckedContinuation<Bool, Never>?
    }

    private let state = Mutex(State())

    /// Wakes who waits, now or next.
    func raise() {
        let waiter = state.withLock { state in
            state.isRaised = state.waiter == nil
            return state.waiter.take()
        }
        waiter?.resume(returning: true)
    }

    /// Returns when the signal is raised, after `limit`, or when the task is cancelled.
    ///
    /// - Returns: Whether it was raised.
    @discardableResult
    func wait(atMost limit: Duration) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask { await self.wait() }
            group.addTask {
                try? await Task.sleep(for: limit)
                return false
            }
            // Both are asked: the signal may be raised in the moment in which the limit is over.
            var isRaised = await group.next() ?? false
            group.cancelAll()
            for await other in group where other { isRaised = true }
            return isRaised
        }
    }

    private func wait() async -> Bool {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer: Bool? = state.withLock { state in
                    if state.isRaised || Task.isCancelled {
                        defer { state.isRaised = false }
                        return state.isRaised
                    }
                    state.waiter = continuation
                    return nil
                }
                if let answer { continuation.resume(returning: answer) }
            }
        } onCancel: {
            state.withLock { $0.waiter.take() }?.resume(returning: false)
        }
    }
}
