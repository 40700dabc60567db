import Database

/// Whose task comes next: users take turns within each lane, each with their oldest task, so that one who has ten thousand does not hold up another's
/// first; and the lanes take turns as ``TaskLaneTurn`` says.
///
/// What it costs grows with neither the tasks that wait nor those that are done: it passes over users who have all the running tasks that they may,
/// of whom there are no more than running tasks. It works within the transactions that change tasks.
struct TaskTurns {
    private let connection: any DatabaseConnection

    init(_ connection: any DatabaseConnection) {
        self.connection = connection
    }

    /// Whether a task waits of a user who has less than `runningLimit` running.
    func isDue(runningLimit: Int) throws -> Bool {
        try connection.row("SELECT user_id FROM task_turns WHERE \(Self.claimable(runningLimit)) LIMIT 1") != nil
    }

    /// The lane and the user whose turn it is, and whose turn is over with that; nil when no task is due.
    func next(runningLimit: Int) throws -> (lane: TaskLane, userID: String)? {
        var users: [TaskLane: String] = [:]
        for lane in TaskLane.allCases {
            users[lane] = try connection.row(
                """
                SELECT user_id FROM task_turns WHERE lane = \(lane.rawValue) AND \(Self.claimable(runningLimit)) ORDER BY turn, user_id LIMIT 1
                """
            )?.get("user_id")
        }
        guard let lane = try nextLane(among: Set(users.keys)), let userID = users[lane] else { return nil }
        try connection.execute(
            """
            UPDATE task_turns SET turn = (SELECT MAX(turn) + 1 FROM task_turns WHERE lane = \(lane.rawValue))
            WHERE user_id = \(userID) AND lane = \(lane.rawValue)
            """)
        return (lane, userID)
    }

    /// Notes that one more of a user's tasks waits in a lane.
    func add(_ userID: String, in lane: TaskLane) throws {
        try connection.execute(
            """
            INSERT INTO task_turns (user_id, lane, waiting, turn) VALUES (\(userID), \(lane.rawValue), 1, 0)
            ON CONFLICT (user_id, lane) DO UPDATE SET waiting = task_turns.waiting + 1
            """)
    }

    /// Notes that one of a user's tasks in a lane waits no longer.
    func remove(_ userID: String, in lane: TaskLane) throws {
        try connection.execute("UPDATE task_turns SET waiting = waiting - 1 WHERE user_id = \(userID) AND lane = \(lane.rawValue)")
    }

    private func nextLane(among waiting: Set<TaskLane>) throws -> TaskLane? {
        let passedOver = try connection.row("SELECT passed_over FROM task_lanes WHERE lane = 'batch'")?.get("passed_over", as: Int.self) ?? 0
        var turn = TaskLaneTurn(passedOver: passedOver)
        let lane = turn.next(among: waiting)
        if turn.passedOver != passedOver {
            try connection.execute("UPDATE task_lanes SET passed_over = \(turn.passedOver) WHERE lane = 'batch'")
        }
        return lane
    }

    private static func claimable(_ runningLimit: Int) -> SQL {
        guard runningLimit < Int.max else { return "waiting > 0" }
        return """
            waiting > 0 AND (SELECT COUNT(*) FROM tasks WHERE tasks.user_id = task_turns.user_id AND tasks.state = 'running') < \(runningLimit)
            """
    }
}
