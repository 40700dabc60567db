import Database

extension Schema {
    /// Finds the tasks of a user that changed after a time.
    static let taskChanges = Migration(
        id: "2026-11-21-task-changes", statements: ["CREATE INDEX tasks_changes ON tasks (user_id, updated_at, id)"])
}
