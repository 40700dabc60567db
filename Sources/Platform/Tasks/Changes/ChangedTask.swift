import Database

/// A task that an event happened to.
struct ChangedTask: Sendable, Hashable {
    /// The task.
    var id: String
    /// Whose it is.
    var userID: String
    /// The family that it came by.
    var family: TaskFamily
    /// The lane that it waits in.
    var lane: TaskLane
    /// The account that it belongs to; nil for none.
    var account: String?
    /// What happened.
    var transition: TaskTransition
    /// The stored files that no row names any more: they are to be deleted once the change is committed.
    var orphans: [String] = []

    /// What is read of a row.
    static let columns: SQL = "id, user_id, family, lane, account"

    init(row: Row, transition: TaskTransition) throws {
        id = try row.get("id")
        userID = try row.get("user_id")
        family = try row.choice("family")
        lane = try row.choice("lane")
        account = try row.optional("account")
        self.transition = transition
    }
}
