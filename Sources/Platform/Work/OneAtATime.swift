/// Does one thing at a time, in the order in which they were asked for, and lets only so many wait.
actor OneAtATime {
    private struct Waiter {
        var id: Int
        var continuation: CheckedContinuation<Void, any Error>
    }

    private let waitingLimit: Int
    private var isBusy = false
    private var waiting: [Waiter] = []
    private var nextWaiter = 0

    /// - Parameter waitingLimit: How many may wait.
    init(waitingLimit: Int) {
        self.waitingLimit = waitingLimit
    }

    /// Does `work` once it is its turn.
    ///
    /// - Throws: ``PlatformError/tooManyAtOnce(limit:)``, `CancellationError`, and what `work` throws.
    func run<Result: Sendable>(_ work: @Sendable () async throws -> Result) async throws -> Result {
        try await begin()
        defer { end() }
        return try await work()
    }

    private func begin() async throws {
        try Task.checkCancellation()
        guard isBusy else {
            isBusy = true
            return
        }
        guard waiting.count < waitingLimit else { throw PlatformError.tooManyAtOnce(limit: waitingLimit) }
        nextWaiter += 1
        let id = nextWaiter
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                if Task.isCancelled {
                    continuation.resume(throwing: CancellationError())
                } else {
                    waiting.append(Waiter(id: id, continuation: continuation))
                }
            }
        } onCancel: {
            Task { await self.abandon(id) }
        }
    }

    private func end() {
        guard waiting.isEmpty else { return waiting.removeFirst().continuation.resume() }
        isBusy = false
    }

    private func abandon(_ id: Int) {
        guard let index = waiting.firstIndex(where: { $0.id == id }) else { return }
        waiting.remove(at: index).continuation.resume(throwing: CancellationError())
    }
}
