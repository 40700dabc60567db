import Database

/// Someone, or something, that speech is made for.
public struct User: Sendable, Hashable {
    /// The user's id.
    public var id: String
    /// The name that people know the user by; unique.
    public var name: String
    /// The regular credits that the user's plan gives each month.
    public var monthlyCredits: Int
    /// When the user was made.
    public var createdAt: Timestamp
    /// When the user was disabled; nil for one whose keys open doors.
    public var disabledAt: Timestamp?

    static let columns: SQL = "id, name, monthly_credits, created_at, disabled_at"

    init(row: Row) throws {
        id = try row.get("id")
        name = try row.get("name")
        monthlyCredits = try row.get("monthly_credits")
        createdAt = try row.get("created_at")
        disabledAt = try row.optional("disabled_at")
    }
}
