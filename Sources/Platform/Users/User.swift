import Database

/// Someone, or something, that speech is made for.
public struct User: Sendable, Hashable {
    /// The user's id.
    public var id: String
    /// The name that people know the user by; unique.
    public var name: String
    /// What the user gets to spend.
    public var plan: CreditPlan
    /// When the user was made.
    public var createdAt: Timestamp
    /// When the user was disabled; nil for one whose keys open doors.
    public var disabledAt: Timestamp?

    static let columns: SQL = "id, name, monthly_credits, is_unmetered, created_at, disabled_at"

    init(row: Row) throws {
        id = try row.get("id")
        name = try row.get("name")
        plan = try CreditPlan(row: row)
        createdAt = try row.get("created_at")
        disabledAt = try row.optional("disabled_at")
    }
}
