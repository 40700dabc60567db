import Database

extension Schema {
    /// Stored files apart from the public names that lead to them, so that several tasks may share one.
    static let blobs = Migration(
        id: "2026-11-07-blobs",
        statements: [
            """
            CREATE TABLE blobs (
                name TEXT NOT NULL PRIMARY KEY,
                user_id TEXT NOT NULL REFERENCES users (id),
                fingerprint TEXT,
                content_type TEXT NOT NULL,
                size BIGINT NOT NULL CHECK (size >= 0),
                created_at BIGINT NOT NULL
            )
            """,
            """
            INSERT INTO blobs (name, user_id, content_type, size, created_at)
            SELECT files.name, tasks.user_id, files.content_type, files.size, files.created_at FROM files JOIN tasks ON tasks.id = files.task_id
            """,
            "CREATE UNIQUE INDEX blobs_by_fingerprint ON blobs (user_id, fingerprint) WHERE fingerprint IS NOT NULL",
            """
            CREATE TABLE new_files (
                name TEXT NOT NULL PRIMARY KEY,
                task_id TEXT NOT NULL REFERENCES tasks (id),
                blob_name TEXT NOT NULL REFERENCES blobs (name),
                created_at BIGINT NOT NULL
            )
            """,
            "INSERT INTO new_files (name, task_id, blob_name, created_at) SELECT name, task_id, name, created_at FROM files",
            "DROP TABLE files",
            "ALTER TABLE new_files RENAME TO files",
            "CREATE INDEX files_by_task ON files (task_id)",
            "CREATE INDEX files_by_blob ON files (blob_name)",
        ])
}
