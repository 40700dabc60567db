import Database

extension Schema {
    /// Users who are gone, whose rows stay for the ledger's sake.
    static let deletedUsers = Migration(id: "2026-11-08-deleted-users", statements: ["ALTER TABLE users ADD COLUMN deleted_at BIGINT"])
}
