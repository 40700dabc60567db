import Database

/// What workers do.
extension TaskQueue {
    /// Begins the task that has waited longest of the user whose turn it is; nil when none is due.
    package func claim() async throws -> (task: SpeechTask, lease: TaskLease)? {
        while true {
            // Looking costs less than a transaction that changes nothing.
            guard try await database.read({ try TaskTurns($0).isDue(runningLimit: configuration.runningPerUser) }) else { return nil }
            switch try await claimNext() {
            case .task(let task, let lease): return (task, lease)
            case .ended: continue
            case nil: return nil
            }
        }
    }

    private enum Claim: Sendable {
        case task(SpeechTask, TaskLease)
        /// Its time was over, or it can't be read. One such task must not stop all others.
        case ended
    }

    private func claimNext() async throws -> Claim? {
        let (token, now) = (ids.make(), clock.now)
        let expiry = now + Self.leaseDuration
        return try await database.write { connection in
            guard let (lane, userID) = try TaskTurns(connection).next(runningLimit: configuration.runningPerUser) else { return nil }
            let oldest: SQL = """
                id = (SELECT id FROM tasks WHERE user_id = \(userID) AND lane = \(lane.rawValue) AND state = 'queued'
                ORDER BY created_at, id LIMIT 1)
                """
            let changed = try apply(
                .claim, to: oldest, setting: ["lease_token = \(token)", "lease_expires_at = \(expiry)"], at: now, connection)
            guard let id = changed.first?.id else { return nil }
            let mine: SQL = "id = \(id)"
            guard let task = try? connection.task(mine, requests) else {
                _ = try apply(.fail, to: mine, error: "The task can't be read by this version.", at: now, connection)
                return .ended
            }
            guard !task.isOverdue(at: now) else {
                _ = try apply(.deadline, to: mine, error: Self.overdue, at: now, connection)
                return .ended
            }
            return .task(task, TaskLease(taskID: id, token: token))
        }
    }

    /// Keeps a lease, and notes how far the work has come.
    ///
    /// - Throws: ``LeaseLost``.
    func renew(_ lease: TaskLease, progress: Double) async throws {
        let expiry = clock.now + Self.leaseDuration
        try await change(
            lease, by: .renew,
            setting: ["lease_expires_at = \(expiry)", "progress = CASE WHEN progress < \(progress) THEN \(progress) ELSE progress END"])
    }

    /// Ends a task that can't be done, and gives its credits back.
    ///
    /// - Throws: ``LeaseLost``.
    func fail(_ lease: TaskLease, error: String) async throws {
        try await change(lease, by: .fail, error: error)
    }

    /// Hands a task back, as if it had not been begun.
    ///
    /// - Throws: ``LeaseLost``.
    func release(_ lease: TaskLease) async throws {
        try await change(lease, by: .release)
    }

    /// Hands a task back to be tried again, or fails it where that was done often enough.
    ///
    /// - Throws: ``LeaseLost``.
    func retry(_ lease: TaskLease, error: String) async throws {
        try await change(lease, by: .retry, error: error)
    }

    private func change(_ lease: TaskLease, by event: TaskEvent, setting changes: [SQL] = [], error: String? = nil) async throws {
        let now = clock.now
        try await database.write { connection in
            guard try !apply(event, to: lease.row, setting: changes, error: error, at: now, connection).isEmpty else { throw LeaseLost() }
        }
    }
}
