import Database

/// A line of the ledger: what happened to some of a user's credits.
public struct LedgerEntry: Sendable, Hashable {
    /// What happened: `grant`, `hold`, `charge`, `return` or `expiry`.
    public var kind: String
    /// To how many credits.
    public var amount: Int
    /// The task for which it did; nil for grants and expiries.
    public var taskID: String?
    /// When.
    public var createdAt: Timestamp

    init(row: Row) throws {
        kind = try row.get("kind")
        amount = try row.get("amount")
        taskID = try row.optional("task_id")
        createdAt = try row.get("created_at")
    }
}
