import Database

/// What a task that has changed is now.
public struct TaskChange: Sendable, Hashable {
    /// The task's id.
    public var id: String
    /// The family that it came by.
    public var family: TaskFamily
    /// Where it stands; deleted tasks are told of, too.
    public var state: TaskState
    /// How much of it is done, in whole percent, 0 to 100.
    public var progress: Int
    /// Why it failed; nil unless it did.
    public var error: String?
    /// When it was taken on.
    public var createdAt: Timestamp
    /// When it last changed.
    public var updatedAt: Timestamp

    /// What is read of a row.
    static let columns: SQL = "id, family, state, progress, error, created_at, updated_at"

    init(row: Row) throws {
        id = try row.get("id")
        family = try row.choice("family")
        state = try row.choice("state")
        progress = Int(try row.double("progress") * 100)
        error = try row.optional("error")
        createdAt = try row.get("created_at")
        updatedAt = try row.get("updated_at")
    }

    init(id: String, family: TaskFamily, state: TaskState, progress: Int, createdAt: Timestamp, updatedAt: Timestamp) {
        self.id = id
        self.family = family
        self.state = state
        self.progress = progress
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    /// Its place among the changes.
    public var cursor: TaskCursor {
        TaskCursor(time: updatedAt, taskID: id)
    }
}
