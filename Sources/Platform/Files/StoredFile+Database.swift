import Database
import Files

extension DatabaseConnection {
    /// The stored files that rows name, by name, a page at a time.
    ///
    /// - Parameter name: The last of the page before; empty for the first page.
    func storedFiles(after name: String, limit: Int) throws -> [StoredFile] {
        try rows(
            """
            SELECT name, size FROM blobs WHERE name > \(name)
            UNION ALL SELECT file_name, size FROM recordings WHERE file_name > \(name)
            UNION ALL SELECT file_name, size FROM voice_samples WHERE file_name > \(name) ORDER BY name LIMIT \(limit)
            """
        ).map { StoredFile(name: try $0.get("name"), size: try $0.get("size")) }
    }

    /// Which of these files rows name.
    func storedFiles(among names: [String]) throws -> Set<String> {
        let rows = try rows(
            """
            SELECT name FROM blobs WHERE name IN \(names) UNION ALL SELECT file_name FROM recordings WHERE file_name IN \(names)
            UNION ALL SELECT file_name FROM voice_samples WHERE file_name IN \(names)
            """)
        return Set(try rows.map { try $0.get("name", as: String.self) })
    }
}

extension Database {
    /// Does `body` with all the stored files that rows name, a page at a time.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`, and what `body` throws.
    func forEachPageOfStoredFiles(_ body: ([StoredFile]) async throws -> Void) async throws {
        let size = 1000
        var page: [StoredFile] = []
        repeat {
            try Task.checkCancellation()
            let last = page.last?.name ?? ""
            page = try await read { try $0.storedFiles(after: last, limit: size) }
            try await body(page)
        } while page.count == size
    }
}
