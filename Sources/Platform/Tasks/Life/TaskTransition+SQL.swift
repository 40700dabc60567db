import Database

/// The transition as the queue's statements have it. States are written out, and not bound: the indexes of tasks are partial, and a database uses one
/// only where it sees the state.
extension TaskTransition {
    /// Which rows it may happen to.
    var rows: SQL {
        switch condition {
        case .none: "state = '\(raw: from.rawValue)'"
        case .attemptsAreLeft: "state = '\(raw: from.rawValue)' AND attempts < \(TaskStateMachine.attemptLimit)"
        case .attemptsAreSpent: "state = '\(raw: from.rawValue)' AND attempts >= \(TaskStateMachine.attemptLimit)"
        }
    }

    /// What it makes of a row, for `SET`.
    var changes: SQL {
        var changes: [SQL] = ["state = '\(raw: to.rawValue)'"]
        if attemptsChange != 0 { changes.append("attempts = attempts + \(attemptsChange)") }
        if from == .running, to != .running { changes.append("lease_token = NULL, lease_expires_at = NULL") }
        if to == .completed { changes.append("progress = 1") }
        // What was said and heard goes; that it was asked for, and what it cost, stays.
        if to == .deleted {
            changes.append(
                "request = NULL, details = NULL, error = NULL, file_name = NULL, duration = NULL, subtitle_name = NULL, subtitle_limits = NULL")
        }
        return changes.joined(separator: ", ")
    }
}
