import Database

/// Credits that a user was given at once.
public struct CreditGrant: Sendable, Hashable {
    /// What kind they are.
    public var kind: CreditGrantKind
    /// How many there were.
    public var amount: Int
    /// How many can still be spent; those held for running tasks are not among them.
    public var remaining: Int
    /// When they were given.
    public var createdAt: Timestamp
    /// When what is left of them ends; nil for never.
    public var expiresAt: Timestamp?

    init(row: Row) throws {
        kind = CreditGrantKind(rawValue: try row.get("kind")) ?? .regular
        amount = try row.get("amount")
        remaining = try row.get("remaining")
        createdAt = try row.get("created_at")
        expiresAt = try row.optional("expires_at")
    }
}
