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
        case .failed: self = .failed
        }
    }
}
