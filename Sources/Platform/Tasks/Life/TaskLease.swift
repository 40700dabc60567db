import Database

/// The right to work on a task, and to say what became of it, for as long as it is renewed.
package struct TaskLease: Sendable, Hashable {
    /// The task.
    var taskID: String
    /// The fencing token: every change out of `running` carries it, so that whoever lost the lease changes nothing.
    var token: String

    /// The row that it is good for: none where it is lost.
    var row: SQL {
        "id = \(taskID) AND lease_token = \(token)"
    }
}
