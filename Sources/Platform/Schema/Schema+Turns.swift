import Database

extension Schema {
    /// Whose task comes next.
    static let turns = Migration(
        id: "2026-11-04-turns",
        statements: [
            """
            CREATE TABLE task_turns (
                user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id),
                waiting BIGINT NOT NULL CHECK (waiting >= 0),
                turn BIGINT NOT NULL
            )
            """,
            "CREATE INDEX task_turns_next ON task_turns (turn, user_id) WHERE waiting > 0",
            "CREATE INDEX task_turns_last ON task_turns (turn)",
            "INSERT INTO task_turns (user_id, waiting, turn) SELECT user_id, COUNT(*), 0 FROM tasks WHERE state = 'queued' GROUP BY user_id",
            "CREATE INDEX tasks_queued_by_user ON tasks (user_id, created_at, id) WHERE state = 'queued'",
            "DROP INDEX tasks_queued",
        ])
}
