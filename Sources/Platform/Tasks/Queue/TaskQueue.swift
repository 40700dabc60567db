import Database

/// The tasks, and every change of their state, each in one transaction with the credits and counts that go with it.
///
/// What may change is ``TaskStateMachine``'s to say: each change is an event, and its SQL is made of the event's transitions.
package struct TaskQueue: Sendable {
    let database: any Database
    let outbox: WebhookOutbox
    let configuration: TaskConfiguration
    let clock: WallClock
    let ids: IDSource
    let requests = StoredRequests()

    /// How long a lease lasts without being renewed.
    static let leaseDuration: Duration = .seconds(60)

    package init(
        database: any Database, outbox: WebhookOutbox = WebhookOutbox(formats: []), configuration: TaskConfiguration = TaskConfiguration(),
        clock: WallClock, ids: IDSource
    ) {
        self.database = database
        self.outbox = outbox
        self.configuration = configuration
        self.clock = clock
        self.ids = ids
    }

    /// Has `event` happen to the tasks among `rows` that it may happen to, with all that goes with it.
    ///
    /// - Parameters:
    ///   - changes: What it changes of their rows beside what it always does, for `SET`.
    ///   - error: Why tasks fail, where that is what it comes to.
    /// - Returns: The tasks that it happened to.
    func apply(
        _ event: TaskEvent, to rows: SQL, setting changes: [SQL] = [], error: String? = nil, at now: Timestamp, _ connection: any DatabaseConnection
    ) throws -> [ChangedTask] {
        var changed: [ChangedTask] = []
        for transition in TaskStateMachine.transitions where transition.event == event {
            // Taken within the transaction: who reads changes in their order finds few that come late.
            var changes = [transition.changes, "updated_at = \(clock.now)"] + changes
            if transition.to == .failed { changes.append("error = \(error ?? "The task failed.")") }
            let rows = try connection.rows(
                """
                UPDATE tasks SET \(changes.joined(separator: ", ")) WHERE \(transition.rows) AND \(rows) RETURNING \(ChangedTask.columns)
                """)
            for row in rows {
                var task = try ChangedTask(row: row, transition: transition)
                try settle(&task, at: now, connection)
                changed.append(task)
            }
        }
        return changed
    }

    /// Does what goes with a change: the one place for it.
    private func settle(_ task: inout ChangedTask, at now: Timestamp, _ connection: any DatabaseConnection) throws {
        let transition = task.transition
        switch transition.settlement {
        case .none: break
        case .charge: try CreditLedger(connection: connection, now: now, ids: ids).charge(task.id)
        case .giveBack: try CreditLedger(connection: connection, now: now, ids: ids).giveBack(task.id)
        }
        try AccountTotals(connection).note(task)
        if transition.waitingChange > 0 { try TaskTurns(connection).add(task.userID, in: task.lane) }
        if transition.waitingChange < 0 { try TaskTurns(connection).remove(task.userID, in: task.lane) }
        if transition.to == .completed || transition.to == .failed { try outbox.add(of: task.id, requests: requests, ids: ids, now: now, connection) }
        if transition.to == .deleted {
            try outbox.forget(task.id, connection)
            try TaskTotals(connection).remove(task.userID, task.family)
            try connection.execute("DELETE FROM task_words WHERE task_id = \(task.id)")
            task.orphans = try connection.unlinkFiles(of: task.id)
        }
    }
}
