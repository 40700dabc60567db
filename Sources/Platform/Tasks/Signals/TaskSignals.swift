/// Wakes who waits for tasks on this node. A signal is a hint that looking is worth it: nothing is lost without it but time.
final class TaskSignals: Sendable {
    /// Raised when a task is taken on, and when a worker has room again.
    let work = Signal()
    /// Raised when a task is finished, of which a webhook may tell.
    let deliveries = Signal()
    private let finishes = SignalTable()
    private let stops = SignalTable()
    private let changes = SignalTable()

    /// Does `body` with a signal that is raised when the task `id` is finished, or gone.
    func withFinish<Result>(
        of id: String, isolation: isolated (any Actor)? = #isolation, _ body: (Signal) async throws -> Result
    ) async rethrows -> Result {
        try await finishes.withSignal(for: id, body)
    }

    /// Tells who waits for the task `id` that it is finished, or gone.
    func finished(_ id: String) {
        finishes.raise(id)
        deliveries.raise()
    }

    /// Does `body` with a signal that is raised when a task of the user `userID` changes.
    func withChange<Result>(
        of userID: String, isolation: isolated (any Actor)? = #isolation, _ body: (Signal) async throws -> Result
    ) async rethrows -> Result {
        try await changes.withSignal(for: userID, body)
    }

    /// Tells who listens to the user's tasks that one has changed.
    func changed(of userID: String) {
        changes.raise(userID)
    }

    /// Does `body` with a signal that is raised when the task `id` is to be worked on no longer.
    func withStop<Result>(
        of id: String, isolation: isolated (any Actor)? = #isolation, _ body: (Signal) async throws -> Result
    ) async rethrows -> Result {
        try await stops.withSignal(for: id, body)
    }

    /// Tells who works on the task `id` that it is no longer theirs.
    func stopped(_ id: String) {
        stops.raise(id)
    }
}
