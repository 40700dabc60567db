import Database
import Foundation
import Speech

/// The tasks, and every change of their state, each in one transaction with the credits that go with it.
struct TaskQueue: Sendable {
    private let database: any Database
    private let clock: WallClock
    private let ids: IDSource

    /// How long a lease lasts without being renewed.
    static let leaseDuration: Duration = .seconds(60)
    /// How often a task is begun before it fails.
    static let attemptLimit = 5

    private static let columns: SQL = """
        id, user_id, request, price, state, progress, attempts, error, file_name, duration, created_at, updated_at
        """

    init(database: any Database, clock: WallClock, ids: IDSource) {
        self.database = database
        self.clock = clock
        self.ids = ids
    }

    /// Takes a task on: holds its price and stores it.
    ///
    /// - Throws: ``PlatformError/insufficientCredits(available:needed:)``.
    func add(_ request: SpeechRequest, price: Int, userID: String) async throws -> SpeechTask {
        try await database.write(adding(request, price: price, userID: userID))
    }

    /// Takes a task on once, however often the same request comes, and answers as the first time.
    ///
    /// - Parameter answer: What the caller answers to a task that was taken on.
    /// - Throws: ``PlatformError/insufficientCredits(available:needed:)``, ``PlatformError/idempotencyConflict``.
    func add(
        _ request: SpeechRequest, price: Int, userID: String, once key: IdempotencyKey, answer: @escaping @Sendable (SpeechTask) throws -> String
    ) async throws -> String {
        let (adding, now) = (try adding(request, price: price, userID: userID), clock.now)
        return try await database.write { connection in
            let records = IdempotencyRecords(connection: connection, now: now)
            if let earlier = try records.answer(to: key, of: userID) { return earlier }
            let new = try answer(try adding(connection))
            try records.keep(new, to: key, of: userID)
            return new
        }
    }

    private func adding(
        _ request: SpeechRequest, price: Int, userID: String
    ) throws -> @Sendable (any DatabaseConnection) throws -> SpeechTask {
        let (id, now) = (ids.make(), clock.now)
        let json = String(decoding: try JSONEncoder().encode(request), as: UTF8.self)
        return { connection in
            try connection.execute(
                """
                INSERT INTO tasks (id, user_id, voice_id, request, price, state, created_at, updated_at)
                VALUES (\(id), \(userID), \(request.voiceID), \(json), \(price), 'queued', \(now), \(now))
                """)
            try CreditLedger(connection: connection, now: now, ids: ids).hold(price, for: id, of: userID)
            try connection.countUse(of: request.voiceID)
            try TaskTurns(connection).add(1, of: userID)
            return try task("id = \(id)", connection) ?? { throw PlatformError.notFound("The task is gone.") }()
        }
    }

    /// A user's task; nil where there is none of that id, or it is someone else's.
    func task(_ id: String, of userID: String) async throws -> SpeechTask? {
        try await database.read { try task("id = \(id) AND user_id = \(userID)", $0) }
    }

    /// Whether a task is yet to be done.
    func isWaiting(_ id: String) async throws -> Bool {
        try await database.read { try $0.row("SELECT id FROM tasks WHERE id = \(id) AND state = 'queued'") } != nil
    }

    /// Begins the task that has waited longest of the user whose turn it is; nil when none waits.
    func claim() async throws -> (task: SpeechTask, lease: TaskLease)? {
        // Looking costs less than a transaction that changes nothing.
        guard try await database.read({ try $0.row("SELECT user_id FROM task_turns WHERE waiting > 0 LIMIT 1") }) != nil else { return nil }
        let (token, now) = (ids.make(), clock.now)
        let expiry = now + Self.leaseDuration
        return try await database.write { connection in
            guard let userID = try TaskTurns(connection).next() else { return nil }
            let row = try connection.row(
                """
                UPDATE tasks SET state = 'running', lease_token = \(token), lease_expires_at = \(expiry), attempts = attempts + 1, updated_at = \(now)
                WHERE id = (SELECT id FROM tasks WHERE user_id = \(userID) AND state = 'queued' ORDER BY created_at, id LIMIT 1) AND state = 'queued'
                RETURNING \(Self.columns)
                """)
            guard let row else { return nil }
            guard let task = try? SpeechTask(row: row) else {
                // One task that can't be read must not stop all others.
                _ = try end(row.get("id"), error: "The task can't be read by this version.", where: "lease_token = \(token)", connection)
                return nil
            }
            return (task, TaskLease(taskID: task.id, token: token))
        }
    }

    /// Keeps a lease, and notes how far the work has come.
    ///
    /// - Throws: ``LeaseLost``.
    func renew(_ lease: TaskLease, progress: Double) async throws {
        let now = clock.now
        let expiry = now + Self.leaseDuration
        try await change(lease) { connection in
            try connection.execute(
                """
                UPDATE tasks SET lease_expires_at = \(expiry), progress = CASE WHEN progress < \(progress) THEN \(progress) ELSE progress END,
                updated_at = \(now) WHERE id = \(lease.taskID) AND lease_token = \(lease.token)
                """)
        }
    }

    /// Completes a task: its file is there, its credits are spent.
    ///
    /// - Throws: ``LeaseLost``.
    func complete(_ lease: TaskLease, file: (name: String, contentType: String, size: Int), duration: Double, words: [WordTiming]) async throws {
        let now = clock.now
        let json = String(decoding: try JSONEncoder().encode(words), as: UTF8.self)
        try await change(lease) { connection in
            let changed = try connection.execute(
                """
                UPDATE tasks SET state = 'completed', progress = 1, file_name = \(file.name), duration = \(duration), lease_token = NULL,
                lease_expires_at = NULL, updated_at = \(now) WHERE id = \(lease.taskID) AND lease_token = \(lease.token)
                """)
            guard changed > 0 else { return 0 }
            try connection.execute(
                """
                INSERT INTO files (name, task_id, content_type, size, created_at)
                VALUES (\(file.name), \(lease.taskID), \(file.contentType), \(file.size), \(now))
                """)
            try connection.execute("INSERT INTO task_words (task_id, words) VALUES (\(lease.taskID), \(json))")
            try CreditLedger(connection: connection, now: now, ids: ids).charge(lease.taskID)
            return changed
        }
    }

    /// Ends a task that can't be done, and gives its credits back.
    ///
    /// - Throws: ``LeaseLost``.
    func fail(_ lease: TaskLease, error: String) async throws {
        try await change(lease) { try end(lease.taskID, error: error, where: "lease_token = \(lease.token)", $0) }
    }

    /// Hands a task back, as if it had not been begun.
    ///
    /// - Throws: ``LeaseLost``.
    func release(_ lease: TaskLease) async throws {
        try await requeue(lease, uncounted: 1)
    }

    /// Hands a task back to be tried again, or fails it where that was done often enough.
    ///
    /// - Throws: ``LeaseLost``.
    func retry(_ lease: TaskLease, attempts: Int, error: String) async throws {
        if attempts >= Self.attemptLimit { return try await fail(lease, error: error) }
        try await requeue(lease, uncounted: 0)
    }

    /// - Parameter uncounted: How many of its attempts do not count.
    private func requeue(_ lease: TaskLease, uncounted: Int) async throws {
        let now = clock.now
        try await change(lease) { connection in
            let row = try connection.row(
                """
                UPDATE tasks SET state = 'queued', lease_token = NULL, lease_expires_at = NULL, attempts = attempts - \(uncounted), updated_at = \(now)
                WHERE id = \(lease.taskID) AND lease_token = \(lease.token) RETURNING user_id
                """)
            guard let row else { return 0 }
            try TaskTurns(connection).add(1, of: row.get("user_id"))
            return 1
        }
    }

    /// Brings back the tasks whose leases nobody keeps any more: to be begun again, or failed where that was done often enough.
    ///
    /// - Parameter all: Whether every lease counts as lost: when a server starts on data that no other has open.
    /// - Returns: How many tasks wait again.
    @discardableResult
    func recover(all: Bool) async throws -> Int {
        let now = clock.now
        let lost: SQL = all ? "state = 'running'" : "state = 'running' AND lease_expires_at <= \(now)"
        return try await database.write { connection in
            let spent = try connection.rows("SELECT id FROM tasks WHERE \(lost) AND attempts >= \(Self.attemptLimit)")
            for row in spent {
                _ = try end(row.get("id"), error: "The server stopped \(Self.attemptLimit) times in the midst of this task.", where: lost, connection)
            }
            let waiting = try connection.rows(
                """
                UPDATE tasks SET state = 'queued', lease_token = NULL, lease_expires_at = NULL, updated_at = \(now) WHERE \(lost)
                RETURNING user_id
                """)
            for row in waiting { try TaskTurns(connection).add(1, of: row.get("user_id")) }
            return waiting.count
        }
    }

    private func end(_ id: String, error: String, where condition: SQL, _ connection: any DatabaseConnection) throws -> Int {
        let now = clock.now
        let changed = try connection.execute(
            """
            UPDATE tasks SET state = 'failed', error = \(error), lease_token = NULL, lease_expires_at = NULL, updated_at = \(now)
            WHERE id = \(id) AND \(condition)
            """)
        if changed > 0 { try CreditLedger(connection: connection, now: now, ids: ids).giveBack(id) }
        return changed
    }

    private func change(_ lease: TaskLease, _ body: @escaping @Sendable (any DatabaseConnection) throws -> Int) async throws {
        let changed = try await database.write(body)
        guard changed > 0 else { throw LeaseLost() }
    }

    private func task(_ condition: SQL, _ connection: any DatabaseConnection) throws -> SpeechTask? {
        try connection.row("SELECT \(Self.columns) FROM tasks WHERE \(condition)").map(SpeechTask.init)
    }
}
