import Platform

/// How the Labs and Max families call the states of a task.
enum TaskStatus: String, Encodable {
    case processing, completed, failed

    init(_ state: TaskState) {
        switch state {
        case .queued, .running: self = .processing
        case .completed: self = .completed
        // A task that is deleted is not shown.
        case .failed, .deleted: self = .failed
        }
    }
}
