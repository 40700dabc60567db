/// What becomes of the answers that are kept for requests that may be repeated.
extension SpeechTasks {
    /// The answer that is kept for a request, or what stands in its place until there is one (``PendingAnswer``); nil where the request is new.
    ///
    /// - Throws: ``PlatformError/idempotencyConflict``.
    public func answer(keptTo key: IdempotencyKey, of principal: Principal) async throws -> String? {
        try await queue.answer(keptTo: key, of: principal.userID)
    }

    /// Has a request that is repeated be answered by `answer` from now on, and no longer by `earlier`, which was kept when its task was taken on.
    ///
    /// - Returns: What answers it from now on: another answer where one was quicker.
    public func keep(_ answer: String, insteadOf earlier: String, to key: IdempotencyKey, of principal: Principal) async throws -> String {
        try await queue.keep(answer, insteadOf: earlier, to: key, of: principal.userID)
    }

    /// Forgets the answer that was kept when a task was taken on that came to nothing: the next such request is a new one.
    public func forget(_ answer: String, to key: IdempotencyKey, of principal: Principal) async throws {
        try await queue.forget(answer, to: key, of: principal.userID)
    }
}
