import Database

extension Schema {
    /// Finds the tasks that were finished first.
    static let retention = Migration(
        id: "2026-11-08-retention", statements: ["CREATE INDEX tasks_finished ON tasks (updated_at) WHERE state IN ('completed', 'failed')"])
}
