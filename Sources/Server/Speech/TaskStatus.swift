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

extension SpeechTask {
    /// How much of it is done, in whole percent: 100 only once it is completed.
    var percentage: Int {
        state == .completed ? 100 : min(99, Int(progress * 100))
    }

    /// Where a file of it is.
    func link(_ fileName: String?, base: String) -> String? {
        fileName.map { "\(base)/files/\($0)" }
    }
}
