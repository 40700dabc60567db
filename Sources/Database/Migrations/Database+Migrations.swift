extension Database {
    /// Brings the schema up to date: runs those of `migrations` that the database has not seen, in their order, each in a transaction of its own.
    ///
    /// What has run is recorded in the table `schema_migrations`, in the same transaction. Several processes may do this at once: each step runs in
    /// one of them.
    ///
    /// - Throws: ``DatabaseError`` of kind ``DatabaseError/Kind/newerDatabase`` where the database has seen a migration that is not among these,
    ///   before anything is changed; of another kind where a statement fails, and then the steps before it stay.
    public func migrate(_ migrations: [Migration]) async throws {
        let known = Set(migrations.map(\.id))
        guard known.count == migrations.count else {
            throw DatabaseError(.other, message: "Two migrations have the same id. Give each its own.")
        }
        try await write { connection in
            try connection.execute("CREATE TABLE IF NOT EXISTS schema_migrations (id TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL)")
            _ = try connection.recordedMigrations(among: known)
        }
        for (position, migration) in migrations.enumerated() {
            try await write { connection in
                // Looked up in the transaction that runs it: another process may have been faster.
                if try !connection.recordedMigrations(among: known).contains(migration.id) {
                    for statement in migration.statements {
                        try connection.execute(statement)
                    }
                    try connection.execute("INSERT INTO schema_migrations (id, position) VALUES (\(migration.id), \(position))")
                }
            }
        }
    }
}

extension DatabaseConnection {
    /// The ids of the migrations that have run, all of them among `known`.
    fileprivate func recordedMigrations(among known: Set<String>) throws -> Set<String> {
        let recorded = try Set(rows("SELECT id FROM schema_migrations").map { try $0.string("id") })
        if let unknown = recorded.subtracting(known).min() {
            throw DatabaseError(.newerDatabase, detail: "unknown migration \(unknown)")
        }
        return recorded
    }
}
