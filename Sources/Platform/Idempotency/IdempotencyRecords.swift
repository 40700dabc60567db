import Database

/// The answers to requests that carried an idempotency key, for as long as a client may repeat them.
///
/// An answer is recorded in the transaction that takes the work on: there is never one without the other, and of two requests at once the second finds
/// the first's.
struct IdempotencyRecords {
    private let connection: any DatabaseConnection
    private let now: Timestamp

    /// How long an answer is kept.
    static let lifetime: Duration = .seconds(24 * 3600)

    init(connection: any DatabaseConnection, now: Timestamp) {
        self.connection = connection
        self.now = now
    }

    /// What `work` answers to a request; one that had an answer before gets that again, and `work` is not done.
    ///
    /// - Parameter key: What tells the same request; nil for one that is new whatever it asks for.
    /// - Returns: The answer, and whether it is `work`'s.
    /// - Throws: ``PlatformError/idempotencyConflict`` where the key was used with other content, and what `work` throws.
    func once(_ key: IdempotencyKey?, of userID: String, _ work: () throws -> String) throws -> (answer: String, isNew: Bool) {
        guard let key else { return (try work(), true) }
        if let earlier = try answer(to: key, of: userID) { return (earlier, false) }
        let new = try work()
        try keep(new, to: key, of: userID)
        return (new, true)
    }

    /// The answer that the same request had; nil where it is new.
    ///
    /// - Throws: ``PlatformError/idempotencyConflict`` where the key was used with other content.
    func answer(to key: IdempotencyKey, of userID: String) throws -> String? {
        // Those whose time is over go first, so that the key is free again.
        try connection.execute("DELETE FROM idempotency WHERE expires_at <= \(now)")
        return try find(key, of: userID)
    }

    /// The answer that the same request had, without a change of anything; nil where it is new, or its time is over.
    ///
    /// - Throws: ``PlatformError/idempotencyConflict`` where the key was used with other content.
    func find(_ key: IdempotencyKey, of userID: String) throws -> String? {
        let row = try connection.row(
            """
            SELECT fingerprint, answer FROM idempotency
            WHERE user_id = \(userID) AND operation = \(key.operation) AND key = \(key.key) AND expires_at > \(now)
            """)
        guard let row else { return nil }
        guard try row.get("fingerprint", as: String.self) == key.fingerprint else { throw PlatformError.idempotencyConflict }
        return try row.get("answer")
    }

    /// Keeps the answer to a request that was taken on.
    func keep(_ answer: String, to key: IdempotencyKey, of userID: String) throws {
        try connection.execute(
            """
            INSERT INTO idempotency (user_id, operation, key, fingerprint, answer, expires_at)
            VALUES (\(userID), \(key.operation), \(key.key), \(key.fingerprint), \(answer), \(now + Self.lifetime))
            """)
    }

    /// Has `new` be the answer, where `earlier` is it.
    func replace(_ earlier: String, by new: String, to key: IdempotencyKey, of userID: String) throws {
        try connection.execute("UPDATE idempotency SET answer = \(new) WHERE \(Self.row(earlier, key, userID))")
    }

    /// Forgets the answer, where `answer` is it.
    func forget(_ answer: String, to key: IdempotencyKey, of userID: String) throws {
        try connection.execute("DELETE FROM idempotency WHERE \(Self.row(answer, key, userID))")
    }

    private static func row(_ answer: String, _ key: IdempotencyKey, _ userID: String) -> SQL {
        "user_id = \(userID) AND operation = \(key.operation) AND key = \(key.key) AND answer = \(answer)"
    }
}
