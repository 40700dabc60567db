import Database

/// Tasks that belong to an account.
extension TaskQueue {
    /// Checks, within the transaction that adds a task, that its account is there and has room for it.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``, ``PlatformError/tooManyJobs(account:limit:)``.
    func checkRoom(in name: String, of userID: String, _ connection: any DatabaseConnection) throws {
        guard let account = try connection.account(name, of: userID) else { throw PlatformError.noSuchAccount }
        guard account.openJobs < account.maxJobs else { throw PlatformError.tooManyJobs(account: name, limit: account.maxJobs) }
    }

    /// A page of the completed tasks of a user's account, the newest first, and how many there are in all. It costs the same however many that is.
    ///
    /// - Parameters:
    ///   - number: Which page, from 1.
    ///   - size: How many tasks a page has, at least 1.
    func page(_ number: Int, size: Int, of userID: String, account: String) async throws -> TaskPage {
        try await database.read { connection in
            let total = try AccountTotals(connection).total(of: userID, account)
            let (offset, isBeyond) = (number - 1).multipliedReportingOverflow(by: size)
            guard !isBeyond, offset < total else { return TaskPage(tasks: [], total: total) }
            let rows = try connection.rows(
                """
                SELECT \(SpeechTask.columns) FROM tasks WHERE user_id = \(userID) AND account = \(account) AND account IS NOT NULL
                AND state = 'completed' ORDER BY created_at DESC, id DESC LIMIT \(size) OFFSET \(offset)
                """)
            return TaskPage(tasks: try rows.map { try SpeechTask(row: $0, requests: requests) }, total: total)
        }
    }

    /// Deletes some of the tasks of a user's account, wherever they stand.
    ///
    /// - Returns: The tasks; none once there are no more.
    func deleteSome(of userID: String, account: String) async throws -> [ChangedTask] {
        let now = clock.now
        return try await database.write { connection in
            try apply(
                .delete,
                to: """
                    id IN (SELECT id FROM tasks WHERE user_id = \(userID) AND account = \(account) AND account IS NOT NULL
                    AND state IN ('queued', 'running', 'completed', 'failed') LIMIT \(Self.batch))
                    """, at: now, connection)
        }
    }

    /// Deletes a user's account with what is left of its tasks, in one, so that nothing is taken on for it after.
    ///
    /// - Returns: The tasks.
    func deleteAccount(_ name: String, of userID: String) async throws -> [ChangedTask] {
        let now = clock.now
        return try await database.write { connection in
            let tasks = try apply(.delete, to: "user_id = \(userID) AND account = \(name)", at: now, connection)
            try connection.execute("DELETE FROM accounts WHERE user_id = \(userID) AND name = \(name)")
            try connection.execute("DELETE FROM account_totals WHERE user_id = \(userID) AND account = \(name)")
            return tasks
        }
    }
}
