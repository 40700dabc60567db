import Database

/// A line of the ledger: what happened to some of a user's credits.
public struct LedgerEntry: Sendable, Hashable {
    /// The entry's id.
    public var id: String
    /// What happened: `grant`, `unmetered` (given because an unmetered user lacked it), `hold`, `charge`, `return` or `expiry`.
    public var kind: String
    /// To how many credits.
    public var amount: Int
    /// The task for which it did; nil for what is given, and for expiries.
    public var taskID: String?
    /// When.
    public var createdAt: Timestamp

    init(row: Row) throws {
        id = try row.get("id")
        kind = try row.get("kind")
        amount = try row.get("amount")
        taskID = try row.optional("task_id")
        createdAt = try row.get("created_at")
    }
}
