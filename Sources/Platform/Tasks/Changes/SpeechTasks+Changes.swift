extension SpeechTasks {
    /// What changes of the caller's tasks.
    ///
    /// - Parameter cursor: After which change; nil for those from now on.
    public func changes(for principal: Principal, after cursor: TaskCursor?) async throws -> TaskChangeFeed {
        let feed = TaskChangeFeed(of: principal.userID, after: cursor, queue: queue, signals: signals)
        if cursor == nil { try await feed.skip() }
        return feed
    }
}
