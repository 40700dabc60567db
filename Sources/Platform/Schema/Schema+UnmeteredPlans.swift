import Database

extension Schema {
    /// Plans without a limit, and a kind of grant and of entry for what is spent under them.
    ///
    /// Not every database can change a table's conditions, so the tables are made anew. The index of a user's entries gets their order within a millisecond.
    static let unmeteredPlans = Migration(
        id: "2026-11-06-unmetered-plans",
        statements: [
            "ALTER TABLE users ADD COLUMN is_unmetered INTEGER NOT NULL DEFAULT 0 CHECK (is_unmetered IN (0, 1))",
            """
            CREATE TABLE new_credit_grants (
                id TEXT NOT NULL PRIMARY KEY,
                user_id TEXT NOT NULL REFERENCES users (id),
                kind TEXT NOT NULL CHECK (kind IN ('regular', 'promotional', 'permanent', 'unmetered')),
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
            """
            CREATE TABLE new_ledger (
                id TEXT NOT NULL PRIMARY KEY,
                user_id TEXT NOT NULL REFERENCES users (id),
                grant_id TEXT NOT NULL REFERENCES new_credit_grants (id),
                task_id TEXT,
                kind TEXT NOT NULL CHECK (kind IN ('grant', 'unmetered', 'hold', 'charge', 'return', 'expiry')),
                amount BIGINT NOT NULL CHECK (amount > 0),
                created_at BIGINT NOT NULL
            )
            """,
            """
            INSERT INTO new_credit_grants (id, user_id, kind, amount, remaining, period, created_at, expires_at)
            SELECT id, user_id, kind, amount, remaining, period, created_at, expires_at FROM credit_grants
            """,
            """
            INSERT INTO new_ledger (id, user_id, grant_id, task_id, kind, amount, created_at)
            SELECT id, user_id, grant_id, task_id, kind, amount, created_at FROM ledger
            """,
            "DROP TABLE ledger",
            "DROP TABLE credit_grants",
            "ALTER TABLE new_credit_grants RENAME TO credit_grants",
            "ALTER TABLE new_ledger RENAME TO ledger",
            "CREATE INDEX credit_grants_to_spend ON credit_grants (user_id, expires_at) WHERE remaining > 0",
            "CREATE INDEX ledger_by_user ON ledger (user_id, created_at, id)",
            "CREATE INDEX ledger_by_task ON ledger (task_id) WHERE task_id IS NOT NULL",
        ])
}
