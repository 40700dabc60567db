import Database

/// Whose task comes next: users take turns, each with their oldest task, so that one who has ten thousand does not hold up another's first.
///
/// What it costs grows with neither the tasks that wait nor those that are done. It works within the transactions that change tasks.
struct TaskTurns {
    private let connection: any DatabaseConnection

    init(_ connection: any DatabaseConnection) {
        self.connection = connection
    }

    /// The user whose turn it is, whose turn is now over; nil when no task waits.
    func next() throws -> String? {
        guard let row = try connection.row("SELECT user_id FROM task_turns WHERE waiting > 0 ORDER BY turn, user_id LIMIT 1") else { return nil }
        let userID: String = try row.get("user_id")
        try connection.execute(
            "UPDATE task_turns SET waiting = waiting - 1, turn = (SELECT MAX(turn) + 1 FROM task_turns) WHERE user_id = \(userID)")
        return userID
    }

    /// Notes that more of a user's tasks wait.
    func add(_ count: Int, of userID: String) throws {
        try connection.execute(
            """
            INSERT INTO task_turns (user_id, waiting, turn) VALUES (\(userID), \(count), 0)
            ON CONFLICT (user_id) DO UPDATE SET waiting = task_turns.waiting + \(count)
            """)
    }
}
