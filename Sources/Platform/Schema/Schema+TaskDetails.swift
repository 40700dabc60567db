import Database

extension Schema {
    /// What a family keeps with a task beside what is spoken: a title, the name of a model. Only the family reads it.
    static let taskDetails = Migration(id: "2026-11-21-task-details", statements: ["ALTER TABLE tasks ADD COLUMN details TEXT"])
}
