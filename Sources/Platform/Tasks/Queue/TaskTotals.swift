import Database

/// How many tasks of each family a user has, deleted ones left out: kept beside, so that a page of history need not count them. It works within the
/// transactions that change tasks.
struct TaskTotals {
    private let connection: any DatabaseConnection

    init(_ connection: any DatabaseConnection) {
        self.connection = connection
    }

    /// How many there are.
    func total(of userID: String, _ family: TaskFamily) throws -> Int {
        try connection.row("SELECT total FROM task_totals WHERE user_id = \(userID) AND family = \(family.rawValue)")?.get("total") ?? 0
    }

    /// Notes that there is one more.
    func add(_ userID: String, _ family: TaskFamily) throws {
        try connection.execute(
            """
            INSERT INTO task_totals (user_id, family, total) VALUES (\(userID), \(family.rawValue), 1)
            ON CONFLICT (user_id, family) DO UPDATE SET total = task_totals.total + 1
            """)
    }

    /// Notes that one is gone.
    func remove(_ userID: String, _ family: TaskFamily) throws {
        try connection.execute("UPDATE task_totals SET total = total - 1 WHERE user_id = \(userID) AND family = \(family.rawValue)")
    }
}
