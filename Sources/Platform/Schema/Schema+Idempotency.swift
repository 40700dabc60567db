import Database

extension Schema {
    /// The answers to requests that may be repeated.
    static let idempotency = Migration(
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
