import Database

/// A stored file: what the public names of one or more tasks lead to.
package struct Blob: Sendable, Hashable {
    /// Its name in the store.
    var name: String
    /// What it was made of; nil where it is not to be used again.
    var fingerprint: SpeechFingerprint?
    /// Its media type.
    var contentType: String
    /// Its length in bytes.
    var size: Int

    /// A stored file with everything given; it is not used again unless it has a fingerprint.
    package init(name: String, fingerprint: SpeechFingerprint? = nil, contentType: String, size: Int) {
        self.name = name
        self.fingerprint = fingerprint
        self.contentType = contentType
        self.size = size
    }
}

extension DatabaseConnection {
    /// The user's stored file that was made of the same.
    func blob(of userID: String, _ fingerprint: SpeechFingerprint) throws -> Blob? {
        let row = try row("SELECT name, content_type, size FROM blobs WHERE user_id = \(userID) AND fingerprint = \(fingerprint.value)")
        return try row.map {
            Blob(name: try $0.get("name"), fingerprint: fingerprint, contentType: try $0.get("content_type"), size: try $0.get("size"))
        }
    }

    /// Notes a stored file. Where the user has one of the same fingerprint, which another worker made meanwhile, this one is used once only.
    func add(_ blob: Blob, of userID: String, at now: Timestamp) throws {
        let isFirst = try blob.fingerprint.map { try self.blob(of: userID, $0) == nil } ?? false
        try execute(
            """
            INSERT INTO blobs (name, user_id, fingerprint, content_type, size, created_at)
            VALUES (\(blob.name), \(userID), \(isFirst ? blob.fingerprint?.value : nil), \(blob.contentType), \(blob.size), \(now))
            """)
    }

    /// Gives a stored file a public name, which is a task's.
    func link(_ name: String, of taskID: String, to blob: Blob, at now: Timestamp) throws {
        try execute("INSERT INTO files (name, task_id, blob_name, created_at) VALUES (\(name), \(taskID), \(blob.name), \(now))")
    }

    /// Removes a task's public names.
    ///
    /// - Returns: The stored files that no name leads to any more; their rows are removed, too.
    func unlinkFiles(of taskID: String) throws -> [String] {
        try unlink("task_id = \(taskID)")
    }

    /// Removes public names.
    ///
    /// - Parameter condition: Which rows of `files` they are.
    /// - Returns: The stored files that no name leads to any more; their rows are removed, too.
    func unlink(_ condition: SQL) throws -> [String] {
        let names = try rows("DELETE FROM files WHERE \(condition) RETURNING blob_name").map { try $0.get("blob_name", as: String.self) }
        return try names.filter { name in
            try execute("DELETE FROM blobs WHERE name = \(name) AND NOT EXISTS (SELECT 1 FROM files WHERE blob_name = \(name))") > 0
        }
    }
}
