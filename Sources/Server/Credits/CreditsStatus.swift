import Platform

/// How this family calls the states of a task, and of a voice.
enum CreditsStatus: String, Encodable, CaseIterable {
    case processing = "PROCESSING"
    case completed = "COMPLETED"
    case failed = "FAILED"

    init(_ state: TaskState) {
        switch state {
        case .queued, .running: self = .processing
        case .completed: self = .completed
        // A task that is deleted is not shown.
        case .failed, .deleted: self = .failed
        }
    }
}
