import Database

/// What happens to tasks without a worker.
extension TaskQueue {
    /// What a task says whose time is over.
    static let overdue = "The task was not finished by its deadline: ask for it again."
    /// How many tasks one transaction ends.
    static let batch = 100

    /// Deletes a user's task, wherever it stands: what is held for it comes back, what was charged stays, and what it came to goes.
    ///
    /// - Returns: The task; nil where there is none of that id, or it is someone else's.
    func delete(_ id: String, of userID: String, family: TaskFamily? = nil) async throws -> ChangedTask? {
        let now = clock.now
        let ofFamily: SQL = family.map { "AND family = \($0.rawValue)" } ?? ""
        return try await database.write { try apply(.delete, to: "id = \(id) AND user_id = \(userID) \(ofFamily)", at: now, $0).first }
    }

    /// Deletes some of a user's tasks, wherever they stand.
    ///
    /// - Returns: The tasks; none once there are no more.
    func deleteSome(of userID: String) async throws -> [ChangedTask] {
        let now = clock.now
        return try await database.write { connection in
            try apply(
                .delete, to: "id IN (SELECT id FROM tasks WHERE user_id = \(userID) AND state <> 'deleted' LIMIT \(Self.batch))", at: now, connection)
        }
    }

    /// Deletes the tasks that came to a stored file, which is gone.
    func deleteTasks(withFile name: String) async throws {
        let now = clock.now
        try await database.write { connection in
            _ = try apply(.delete, to: "id IN (SELECT task_id FROM files WHERE blob_name = \(name))", at: now, connection)
        }
    }

    /// Deletes the tasks that finished first, of those that finished before `time`.
    ///
    /// - Returns: The tasks: fewer than `limit` where there are no more.
    func deleteFinished(before time: Timestamp, limit: Int) async throws -> [ChangedTask] {
        let now = clock.now
        return try await database.write { connection in
            try apply(
                .delete, to: "id IN (SELECT id FROM tasks WHERE \(Self.finished(before: time)) ORDER BY updated_at LIMIT \(limit))", at: now,
                connection)
        }
    }

    /// Which tasks finished before `time`.
    static func finished(before time: Timestamp) -> SQL {
        "state IN ('completed', 'failed') AND updated_at < \(time)"
    }

    /// Brings back the tasks whose leases nobody keeps any more: to be begun again, or failed where that was done often enough.
    ///
    /// - Parameter all: Whether every lease counts as lost: when a server starts on data that no other has open.
    /// - Returns: The tasks, with what became of each.
    @discardableResult
    func recover(all: Bool) async throws -> [ChangedTask] {
        let now = clock.now
        let lost: SQL = all ? "lease_expires_at IS NOT NULL" : "lease_expires_at <= \(now)"
        return try await database.write { connection in
            try apply(
                .expire, to: lost, error: "The server stopped \(TaskStateMachine.attemptLimit) times in the midst of this task.", at: now, connection)
        }
    }

    /// Deletes unfinished tasks that somebody waited for when the server ended, and that nobody can ask for again: no kept answer names them.
    ///
    /// It is for a server that starts on data that no other has open.
    ///
    /// - Returns: The tasks.
    @discardableResult
    func deleteForsaken() async throws -> [ChangedTask] {
        let now = clock.now
        var deleted: [ChangedTask] = []
        while true {
            let some = try await database.write { connection in
                try apply(
                    .delete,
                    to: """
                        id IN (SELECT id FROM tasks WHERE state IN ('queued', 'running') AND lane = \(TaskLane.interactive.rawValue)
                        AND family = \(TaskFamily.minimax.rawValue) AND NOT EXISTS (SELECT 1 FROM idempotency
                        WHERE idempotency.user_id = tasks.user_id AND answer = \(PendingAnswer.ofTaskRow) AND expires_at > \(now))
                        LIMIT \(Self.batch))
                        """, at: now, connection)
            }
            deleted += some
            if some.count < Self.batch { return deleted }
        }
    }

    /// Fails the tasks whose time is over, whether they wait or run.
    ///
    /// - Returns: The tasks.
    @discardableResult
    func endOverdue() async throws -> [ChangedTask] {
        let now = clock.now
        var ended: [ChangedTask] = []
        while true {
            // Many at once would keep others from writing.
            let some = try await database.write { connection in
                try apply(
                    .deadline,
                    to: """
                        id IN (SELECT id FROM tasks WHERE state IN ('queued', 'running') AND deadline_at <= \(now)
                        ORDER BY deadline_at LIMIT \(Self.batch))
                        """, error: Self.overdue, at: now, connection)
            }
            ended += some
            if some.count < Self.batch { return ended }
        }
    }
}
