import Database

extension Schema {
    /// Users, the keys of their programs, and what signs those.
    static let usersAndKeys = Migration(
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
}
