import Database

extension Schema {
    /// Tasks, the words and files that came of them, and how often voices were used.
    static let tasks = Migration(
        id: "2026-11-03-tasks",
        statements: [
            """
            CREATE TABLE tasks (
                id TEXT NOT NULL PRIMARY KEY,
                user_id TEXT NOT NULL REFERENCES users (id),
                voice_id TEXT NOT NULL,
                request TEXT NOT NULL,
                price BIGINT NOT NULL CHECK (price >= 0),
                state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'completed', 'failed')),
                progress DOUBLE PRECISION NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 1),
                attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
                lease_token TEXT,
                lease_expires_at BIGINT,
                error TEXT,
                file_name TEXT,
                duration DOUBLE PRECISION,
                created_at BIGINT NOT NULL,
                updated_at BIGINT NOT NULL,
                CHECK ((state = 'running') = (lease_token IS NOT NULL)),
                CHECK ((lease_token IS NULL) = (lease_expires_at IS NULL)),
                CHECK ((state = 'completed') = (file_name IS NOT NULL AND duration IS NOT NULL)),
                CHECK ((state = 'failed') = (error IS NOT NULL))
            )
            """,
            "CREATE INDEX tasks_queued ON tasks (created_at, id) WHERE state = 'queued'",
            "CREATE INDEX tasks_running ON tasks (lease_expires_at) WHERE state = 'running'",
            "CREATE INDEX tasks_by_user ON tasks (user_id, created_at, id)",
            """
            CREATE TABLE task_words (
                task_id TEXT NOT NULL PRIMARY KEY REFERENCES tasks (id),
                words TEXT NOT NULL
            )
            """,
            """
            CREATE TABLE files (
                name TEXT NOT NULL PRIMARY KEY,
                task_id TEXT NOT NULL REFERENCES tasks (id),
                content_type TEXT NOT NULL,
                size BIGINT NOT NULL CHECK (size >= 0),
                created_at BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE voice_usage (
                voice_id TEXT NOT NULL PRIMARY KEY,
                uses BIGINT NOT NULL CHECK (uses >= 0)
            )
            """,
        ])
}
