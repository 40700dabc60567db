/// The writes that wait for a commit: who comes first starts the work, and whoever comes while it goes on is taken along by the next one.
struct WriteQueue: Sendable {
    private var waiting: [QueuedAccess] = []
    private var isWorking = false

    /// How many writes wait.
    var count: Int {
        waiting.count
    }

    /// Adds a write at the end.
    ///
    /// - Returns: whether nobody is at work, so that the caller has to start.
    mutating func add(_ write: QueuedAccess) -> Bool {
        waiting.append(write)
        defer { isWorking = true }
        return !isWorking
    }

    /// Takes up to `limit` writes from the front.
    mutating func takeBatch(limit: Int) -> [QueuedAccess] {
        let batch = Array(waiting.prefix(limit))
        waiting.removeFirst(batch.count)
        return batch
    }

    /// Ends the work on a batch.
    ///
    /// - Returns: whether there is more to do; if not, the next write has to start the work.
    mutating func finishBatch() -> Bool {
        isWorking = !waiting.isEmpty
        return isWorking
    }
}
