import Database

extension TaskQueue {
    /// The answer that is kept for a request; nil where it is new.
    ///
    /// - Throws: ``PlatformError/idempotencyConflict``.
    func answer(keptTo key: IdempotencyKey, of userID: String) async throws -> String? {
        let now = clock.now
        return try await database.read { try IdempotencyRecords(connection: $0, now: now).find(key, of: userID) }
    }

    /// Replaces an answer that is kept, if it is still `earlier`, and answers which is kept then.
    func keep(_ answer: String, insteadOf earlier: String, to key: IdempotencyKey, of userID: String) async throws -> String {
        let now = clock.now
        return try await database.write { connection in
            let records = IdempotencyRecords(connection: connection, now: now)
            try records.replace(earlier, by: answer, to: key, of: userID)
            return try records.answer(to: key, of: userID) ?? answer
        }
    }

    /// Forgets an answer that is kept, if it is still `answer`.
    func forget(_ answer: String, to key: IdempotencyKey, of userID: String) async throws {
        let now = clock.now
        try await database.write { try IdempotencyRecords(connection: $0, now: now).forget(answer, to: key, of: userID) }
    }
}
