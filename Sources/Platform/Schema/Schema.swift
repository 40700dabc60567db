import Database

/// The tables, as a list of changes that is only ever added to. The SQL is what SQLite and PostgreSQL both take.
public enum Schema {
    /// Every change, in order.
    public static let migrations = [usersAndKeys, credits, tasks, turns, idempotency]

    private static let usersAndKeys = Migration(
        id: "2026-11-01-users-and-keys",
        statements: [
            """
            CREATE TABLE users (
                id TEXT NOT NULL PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                monthly_credits BIGINT NOT NULL CHECK (monthly_credits >= 0),
                created_at BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE signing_keys (
                id TEXT NOT NULL PRIMARY KEY,
                secret TEXT NOT NULL,
                created_at BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE api_keys (
                id TEXT NOT NULL PRIMARY KEY,
                user_id TEXT NOT NULL REFERENCES users (id),
                name TEXT NOT NULL,
                created_at BIGINT NOT NULL,
                expires_at BIGINT,
                revoked_at BIGINT,
                last_used_at BIGINT
            )
            """,
            "CREATE INDEX api_keys_by_user ON api_keys (user_id, created_at)",
        ])

    private static let credits = Migration(
        id: "2026-11-02-credits",
        statements: [
            """
            CREATE TABLE credit_grants (
                id TEXT NOT NULL PRIMARY KEY,
                user_id TEXT NOT NULL REFERENCES users (id),
                kind TEXT NOT NULL CHECK (kind IN ('regular', 'promotional', 'permanent')),
                amount BIGINT NOT NULL CHECK (amount > 0),
                remaining BIGINT NOT NULL CHECK (remaining BETWEEN 0 AND amount),
                period TEXT,
                created_at BIGINT NOT NULL,
                expires_at BIGINT,
                CHECK ((kind = 'regular') = (period IS NOT NULL)),
                CHECK ((kind = 'permanent') = (expires_at IS NULL)),
                UNIQUE (user_id, period)
            )
            """,
            "CREATE INDEX credit_grants_to_spend ON credit_grants (user_id, expires_at) WHERE remaining > 0",
            """
            CREATE TABLE ledger (
                id TEXT NOT NULL PRIMARY KEY,
                user_id TEXT NOT NULL REFERENCES users (id),
                grant_id TEXT NOT NULL REFERENCES credit_grants (id),
                task_id TEXT,
                kind TEXT NOT NULL CHECK (kind IN ('grant', 'hold', 'charge', 'return', 'expiry')),
                amount BIGINT NOT NULL CHECK (amount > 0),
                created_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX ledger_by_user ON ledger (user_id, created_at)",
            "CREATE INDEX ledger_by_task ON ledger (task_id) WHERE task_id IS NOT NULL",
        ])

    private static let tasks = Migration(
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

    private static let turns = Migration(
        id: "2026-11-04-turns",
        statements: [
            """
            CREATE TABLE task_turns (
                user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
                waiting BIGINT NOT NULL CHECK (waiting >= 0),
                turn BIGINT NOT NULL
            )
            """,
            "CREATE INDEX task_turns_next ON task_turns (turn, user_id) WHERE waiting > 0",
            "CREATE INDEX task_turns_last ON task_turns (turn)",
            "INSERT INTO task_turns (user_id, waiting, turn) SELECT user_id, COUNT(*), 0 FROM tasks WHERE state = 'queued' GROUP BY user_id",
            "CREATE INDEX tasks_queued_by_user ON tasks (user_id, created_at, id) WHERE state = 'queued'",
            "DROP INDEX tasks_queued",
        ])

    private static let idempotency = Migration(
        id: "2026-11-05-idempotency",
        statements: [
            """
            CREATE TABLE idempotency (
                user_id TEXT NOT NULL REFERENCES users (id),
                operation TEXT NOT NULL,
                key TEXT NOT NULL,
                fingerprint TEXT NOT NULL,
                answer TEXT NOT NULL,
                expires_at BIGINT NOT NULL,
                PRIMARY KEY (user_id, operation, key)
            )
            """,
            "CREATE INDEX idempotency_expiry ON idempotency (expires_at)",
        ])
}
