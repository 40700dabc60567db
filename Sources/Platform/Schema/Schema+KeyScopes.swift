import Database

extension Schema {
    /// What keys may be used for, and which key came in another's place.
    static let keyScopes = Migration(
        id: "2026-11-06-key-scopes",
        statements: [
            "ALTER TABLE api_keys ADD COLUMN scopes TEXT NOT NULL DEFAULT 'speak,clone,read'",
            "ALTER TABLE api_keys ADD COLUMN replaced_by TEXT REFERENCES api_keys (id)",
        ])
}
