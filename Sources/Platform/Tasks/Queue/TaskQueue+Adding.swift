import Database
import Foundation
import Speech

extension TaskQueue {
    /// Takes a task on: holds its price and stores it.
    ///
    /// - Throws: ``PlatformError/insufficientCredits(available:needed:)``, ``PlatformError/tooManyTasks(limit:)``,
    ///   ``PlatformError/tooManyJobs(account:limit:)``, ``PlatformError/unauthorized`` where the user is deleted.
    package func add(
        _ request: SpeechRequest, price: Int, userID: String, family: TaskFamily = .credits, lane: TaskLane = .batch, account: String? = nil,
        details: String? = nil, webhook: TaskWebhook? = nil
    ) async throws -> SpeechTask {
        try await database.write(
            adding(request, price: price, userID: userID, family: family, lane: lane, account: account, details: details, webhook: webhook))
    }

    /// Takes a task on once, however often the same request comes, and answers as the first time.
    ///
    /// - Parameters:
    ///   - account: The account that it belongs to; nil for none.
    ///   - details: What the family keeps with it.
    ///   - answer: What the caller answers to a task that was taken on.
    /// - Throws: ``PlatformError/insufficientCredits(available:needed:)``, ``PlatformError/tooManyTasks(limit:)``,
    ///   ``PlatformError/idempotencyConflict``.
    func add(
        _ request: SpeechRequest, price: Int, userID: String, family: TaskFamily = .credits, lane: TaskLane = .batch, account: String? = nil,
        details: String? = nil, webhook: TaskWebhook? = nil, once key: IdempotencyKey, answer: @escaping @Sendable (SpeechTask) throws -> String
    ) async throws -> String {
        let adding = try adding(
            request, price: price, userID: userID, family: family, lane: lane, account: account, details: details, webhook: webhook)
        let now = clock.now
        return try await database.write { connection in
            try IdempotencyRecords(connection: connection, now: now).once(key, of: userID) { try answer(adding(connection)) }.answer
        }
    }

    private func adding(
        _ request: SpeechRequest, price: Int, userID: String, family: TaskFamily, lane: TaskLane, account: String?, details: String?,
        webhook: TaskWebhook?
    ) throws -> @Sendable (any DatabaseConnection) throws -> SpeechTask {
        let id = ids.make()
        let json = try StoredJSON.text(of: request)
        return { connection in
            let now = clock.now
            let deadline = now + configuration.deadline
            try checkRoom(for: userID, connection)
            if let account { try checkRoom(in: account, of: userID, connection) }
            try connection.execute(
                """
                INSERT INTO tasks (id, user_id, family, lane, account, voice_id, request, details, price, state, deadline_at, created_at, updated_at)
                VALUES (\(id), \(userID), \(family.rawValue), \(lane.rawValue), \(account), \(request.voiceID), \(json), \(details), \(price),
                'queued', \(deadline), \(now), \(now))
                """)
            try CreditLedger(connection: connection, now: now, ids: ids).hold(price, for: id, of: userID)
            try TaskTurns(connection).add(userID, in: lane)
            try TaskTotals(connection).add(userID, family)
            if let webhook { try outbox.keep(webhook, of: id, connection) }
            return try connection.task("id = \(id)", requests) ?? { throw PlatformError.notFound("The task is gone.") }()
        }
    }

    private func checkRoom(for userID: String, _ connection: any DatabaseConnection) throws {
        let row = try connection.row(
            """
            SELECT COALESCE((SELECT SUM(waiting) FROM task_turns WHERE user_id = \(userID)), 0)
            + (SELECT COUNT(*) FROM tasks WHERE user_id = \(userID) AND state = 'running') AS tasks, deleted_at FROM users WHERE id = \(userID)
            """)
        // A request may have come before its user was deleted.
        guard let row, try row.optional("deleted_at", as: Timestamp.self) == nil else { throw PlatformError.unauthorized }
        guard try row.get("tasks") < configuration.openPerUser else { throw PlatformError.tooManyTasks(limit: configuration.openPerUser) }
    }
}
