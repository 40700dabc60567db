import Database

extension Schema {
    /// The public name of a task's subtitle, one of its files, and the limits that it was cut with.
    static let taskSubtitles = Migration(
        id: "2026-11-21-task-subtitles",
        statements: ["ALTER TABLE tasks ADD COLUMN subtitle_name TEXT", "ALTER TABLE tasks ADD COLUMN subtitle_limits TEXT"])
}
