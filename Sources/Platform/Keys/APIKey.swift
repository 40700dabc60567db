import Database

/// A key as the platform remembers it: everything but what would open a door.
public struct APIKey: Sendable, Hashable {
    /// The id that the token carries.
    public var id: String
    /// What its owner calls it.
    public var name: String
    /// The id of the user whose it is.
    public var userID: String
    /// The user's name.
    public var userName: String
    /// When its user was disabled; nil if they are not.
    public var userDisabledAt: Timestamp?
    /// What it may be used for.
    public var scopes: KeyScopes
    /// When it was made.
    public var createdAt: Timestamp
    /// When it ends; nil for never.
    public var expiresAt: Timestamp?
    /// When it was revoked; nil if it was not.
    public var revokedAt: Timestamp?
    /// When it was used last, to the minute; nil for never.
    public var lastUsedAt: Timestamp?
    /// The id of the key that was made in its place; nil if none was.
    public var replacedBy: String?

    init(row: Row) throws {
        id = try row.get("id")
        name = try row.get("name")
        userID = try row.get("user_id")
        userName = try row.get("user_name")
        userDisabledAt = try row.optional("user_disabled_at")
        scopes = try row.get("scopes")
        createdAt = try row.get("created_at")
        expiresAt = try row.optional("expires_at")
        revokedAt = try row.optional("revoked_at")
        lastUsedAt = try row.optional("last_used_at")
        replacedBy = try row.optional("replaced_by")
    }

    /// Whether it opens nothing any more at `time`, and never will.
    public func hasEnded(at time: Timestamp) -> Bool {
        revokedAt != nil || expiresAt.map { $0 <= time } ?? false
    }
}
