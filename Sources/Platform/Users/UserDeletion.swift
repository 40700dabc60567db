import Database

/// Deletes users, with everything that is theirs but the ledger: their entries stay, under an id that no name goes with.
///
/// Their keys open nothing from the first of its transactions on. If it is cut short, the user is still there, disabled, and can be deleted again.
public struct UserDeletion: Sendable {
    private let database: any Database
    private let queue: TaskQueue
    private let files: PublicFiles
    private let clock: WallClock

    /// The tables, beside those of tasks and credits, whose rows are a user's.
    private static let tables: [SQL] = ["api_keys", "idempotency", "webhook_secrets", "accounts", "clone_consents"]

    /// Deletes users of `database`, and what they have in `files`.
    public init(database: any Database, files: PublicFiles, clock: WallClock, ids: IDSource) {
        self.database = database
        self.files = files
        self.clock = clock
        queue = TaskQueue(database: database, clock: clock, ids: ids)
    }

    /// Deletes a user: keys, texts, words and audio go, what is not finished is stopped, and its credits are given back. The name is free again.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``, `FileStoreError`.
    public func delete(_ name: String) async throws {
        let now = clock.now
        let userID = try await database.write { connection in
            let user = try connection.user(named: name)
            try connection.execute("UPDATE users SET disabled_at = \(now) WHERE id = \(user.id) AND disabled_at IS NULL")
            try Self.clear(user.id, connection)
            return user.id
        }
        var tasks: [ChangedTask]
        repeat {
            tasks = try await queue.deleteSome(of: userID)
            try await removeFiles(of: tasks)
        } while !tasks.isEmpty
        // In one, so that nothing that was taken on meanwhile is left behind, and nothing is taken on after.
        let clonesFiles: [String]
        (tasks, clonesFiles) = try await database.write { connection in
            try connection.execute("UPDATE users SET name = \(Self.tombstone(userID)), deleted_at = \(now) WHERE id = \(userID)")
            try Self.clear(userID, connection)
            let rest = try queue.apply(.delete, to: "user_id = \(userID)", at: now, connection)
            try connection.execute("DELETE FROM account_totals WHERE user_id = \(userID)")
            return (rest, try VoiceClones(connection).deleteAll(of: userID, at: now))
        }
        try await removeFiles(of: tasks)
        for name in clonesFiles { try await files.delete(name) }
    }

    private func removeFiles(of tasks: [ChangedTask]) async throws {
        // Now that no row names them: what a crash leaves here, the sweep finds.
        for name in tasks.flatMap(\.orphans) { try await files.delete(name) }
    }

    private static func clear(_ userID: String, _ connection: any DatabaseConnection) throws {
        for table in tables { try connection.execute("DELETE FROM \(table) WHERE user_id = \(userID)") }
    }

    /// What stands where the name was: no name holds a slash.
    private static func tombstone(_ userID: String) -> String {
        "/\(userID)"
    }
}
