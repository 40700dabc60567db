import Database

/// A key as the platform remembers it: everything but what would open a door.
public struct APIKey: Sendable, Hashable {
    /// The id that the token carries.
    public var id: String
    /// What its owner calls it.
    public var name: String
    /// Whose it is.
    public var userName: String
    /// When it was made.
    public var createdAt: Timestamp
    /// When it ends; nil for never.
    public var expiresAt: Timestamp?
    /// When it was revoked; nil if it was not.
    public var revokedAt: Timestamp?
    /// When it was used last, to the minute; nil for never.
    public var lastUsedAt: Timestamp?

    init(row: Row) throws {
        id = try row.get("id")
        name = try row.get("name")
        userName = try row.get("user_name")
        createdAt = try row.get("created_at")
        expiresAt = try row.optional("expires_at")
        revokedAt = try row.optional("revoked_at")
        lastUsedAt = try row.optional("last_used_at")
    }
}
