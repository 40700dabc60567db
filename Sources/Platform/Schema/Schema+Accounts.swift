import Database

extension Schema {
    /// The accounts that users make, which of them a task belongs to, and how many completed tasks each has.
    static let accounts = Migration(
        id: "2026-11-21-accounts",
        statements: [
            """
            CREATE TABLE accounts (
                user_id TEXT NOT NULL REFERENCES users (id),
                name TEXT NOT NULL,
                max_jobs INTEGER NOT NULL CHECK (max_jobs BETWEEN 1 AND 20),
                created_at BIGINT NOT NULL,
                PRIMARY KEY (user_id, name)
            )
            """,
            "ALTER TABLE tasks ADD COLUMN account TEXT",
            "CREATE INDEX tasks_open_of_account ON tasks (user_id, account) WHERE account IS NOT NULL AND state IN ('queued', 'running')",
            "CREATE INDEX tasks_of_account ON tasks (user_id, account, created_at, id) WHERE account IS NOT NULL AND state = 'completed'",
            """
            CREATE TABLE account_totals (
                user_id TEXT NOT NULL REFERENCES users (id),
                account TEXT NOT NULL,
                total BIGINT NOT NULL CHECK (total >= 0),
                PRIMARY KEY (user_id, account)
            )
            """,
        ])
}
