internal import GRDB

extension GRDB.Database {
    /// Runs `body` in a transaction of its own that changes nothing.
    func reading<T>(_ body: (any DatabaseConnection) throws -> T) throws -> T {
        do {
            // Cached: to read the words would take as long as to look up a row.
            try cachedStatement(sql: "BEGIN DEFERRED TRANSACTION").execute()
            let answer = try body(SQLiteConnection(self, isReadOnly: true))
            try cachedStatement(sql: "COMMIT TRANSACTION").execute()
            return answer
        } catch {
            if isInsideTransaction {
                try? rollback()
            }
            throw error
        }
    }
}
