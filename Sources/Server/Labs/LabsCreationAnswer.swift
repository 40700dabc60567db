import Platform

/// The answer of `POST /labs/task`.
struct LabsCreationAnswer: Encodable {
    private enum CodingKeys: String, CodingKey {
        case taskID = "task_id"
    }

    var taskID: String

    init(_ task: SpeechTask) {
        taskID = task.id
    }
}
