import Database

extension Schema {
    /// Grants of credits, and the ledger of what became of them.
    static let credits = Migration(
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
}
