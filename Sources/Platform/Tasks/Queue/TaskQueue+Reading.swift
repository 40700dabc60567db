import Database

extension TaskQueue {
    /// A user's task; nil where there is none of that id, it is deleted, or it is someone else's.
    func task(_ id: String, of userID: String) async throws -> SpeechTask? {
        try await database.lookUp(.task("id = \(id) AND user_id = \(userID)")).map { try SpeechTask(row: $0, requests: requests) }
    }

    /// Whether a task is yet to be finished.
    func isOpen(_ id: String) async throws -> Bool {
        try await database.read { try $0.row("SELECT id FROM tasks WHERE id = \(id) AND state IN ('queued', 'running')") } != nil
    }

    /// Whether a lease is still good.
    func holds(_ lease: TaskLease) async throws -> Bool {
        try await database.read { try $0.row("SELECT id FROM tasks WHERE \(lease.row)") } != nil
    }

    /// A page of a user's tasks of one family, the newest first, and how many there are in all. It costs the same however many that is.
    ///
    /// - Parameters:
    ///   - number: Which page, from 1.
    ///   - size: How many tasks a page has, at least 1.
    package func page(_ number: Int, size: Int, of userID: String, _ family: TaskFamily) async throws -> TaskPage {
        try await database.read { connection in
            let total = try TaskTotals(connection).total(of: userID, family)
            let (offset, isBeyond) = (number - 1).multipliedReportingOverflow(by: size)
            guard !isBeyond, offset < total else { return TaskPage(tasks: [], total: total) }
            let rows = try connection.rows(
                """
                SELECT \(SpeechTask.columns) FROM tasks WHERE user_id = \(userID) AND family = \(family.rawValue) AND state <> 'deleted'
                ORDER BY created_at DESC, id DESC LIMIT \(size) OFFSET \(offset)
                """)
            return TaskPage(tasks: try rows.map { try SpeechTask(row: $0, requests: requests) }, total: total)
        }
    }
}

extension DatabaseConnection {
    /// The task that `condition` finds; nil for one that is deleted.
    func task(_ condition: SQL, _ requests: StoredRequests) throws -> SpeechTask? {
        try row(.task(condition)).map { try SpeechTask(row: $0, requests: requests) }
    }
}

extension SQL {
    /// Finds the row of the task that `condition` finds, unless it is deleted.
    fileprivate static func task(_ condition: SQL) -> SQL {
        "SELECT \(SpeechTask.columns) FROM tasks WHERE \(condition) AND state <> 'deleted'"
    }
}
