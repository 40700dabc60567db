internal import GRDB

/// Whole databases at once, by SQLite's online backup: what other drivers leave to their servers' own tools.
extension SQLiteDatabase {
    /// Copies the database, as it stands at one moment, into a file at `path`, for this user alone. Reads and writes go on meanwhile.
    ///
    /// - Throws: ``DatabaseError``.
    public func copy(to path: String) async throws {
        try await withPool { pool in
            let file = DatabaseFile(path: path)
            try file.create()
            let copy = try DatabaseQueue(path: file.path)
            try pool.backup(to: copy)
            // One file, which needs none beside it.
            try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        }
    }

    /// Puts the database in the file at `path` in this one's place, in one step and for every program that has it open: each transaction sees the one
    /// or the other, and nothing in between.
    ///
    /// - Throws: ``DatabaseError``; then nothing has changed.
    public func replace(byDatabaseAt path: String) async throws {
        try await withPool { pool in
            let source = try DatabaseQueue(path: DatabaseFile(path: path).path)
            try pool.writeWithoutTransaction { connection in
                try source.read { try $0.backup(to: connection) }
            }
            try source.close()
        }
    }

    /// Reads all of the database, and says whether everything in it is as SQLite has written it.
    ///
    /// - Throws: ``DatabaseError``.
    public func isWhole() async throws -> Bool {
        try await withPool { pool in
            try pool.read { try String.fetchOne($0, sql: "PRAGMA integrity_check(1)") } == "ok"
        }
    }
}
