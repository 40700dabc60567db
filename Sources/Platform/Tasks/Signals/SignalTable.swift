import Synchronization

/// Signals by what they are about, each for as long as somebody waits for it.
final class SignalTable: Sendable {
    private let waiting = Mutex<[String: [Signal]]>([:])

    /// Does `body` with a signal that ``raise(_:)`` raises.
    func withSignal<Result>(
        for id: String, isolation: isolated (any Actor)? = #isolation, _ body: (Signal) async throws -> Result
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

    /// Wakes everyone who waits for `id`.
    func raise(_ id: String) {
        for signal in waiting.withLock({ $0[id] ?? [] }) { signal.raise() }
    }
}
