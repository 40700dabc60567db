import Database

extension Schema {
    /// Users whose keys open nothing for the time being.
    static let disabledUsers = Migration(id: "2026-11-06-disabled-users", statements: ["ALTER TABLE users ADD COLUMN disabled_at BIGINT"])
}
