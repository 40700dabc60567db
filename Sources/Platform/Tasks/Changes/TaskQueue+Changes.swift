import Database

extension TaskQueue {
    /// How many changes are read at once.
    static let changesPage = 100

    /// The user's tasks that changed last after `position` and not after `last`, the earliest first, ``changesPage`` of them at most.
    func changes(of userID: String, after position: TaskCursor, until last: Timestamp) async throws -> [TaskChange] {
        try await database.read { connection in
            try connection.rows(
                """
                SELECT \(TaskChange.columns) FROM tasks WHERE user_id = \(userID) AND updated_at >= \(position.time) AND updated_at <= \(last)
                AND (updated_at > \(position.time) OR id > \(position.taskID)) ORDER BY updated_at, id LIMIT \(Self.changesPage)
                """
            ).map(TaskChange.init)
        }
    }
}
