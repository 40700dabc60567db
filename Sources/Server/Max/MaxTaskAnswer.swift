import Platform
import Speech

/// A task, as this family answers it.
struct MaxTaskAnswer: Encodable {
    private enum CodingKeys: String, CodingKey {
        case id, title, content, status, result, error, speed, pitch, volume, language
        case createdAt = "created_at"
        case updatedAt = "updated_at"
        case userID = "user_id"
        case voiceID = "voice_id"
        case modelID = "model_id"
        case isClone = "is_clone"
        case percentage = "process_percentage"
    }

    var id: String
    var createdAt: String
    var updatedAt: String
    var title: String
    var content: String
    var userID: String
    var status: TaskStatus
    @OrNull var result: String?
    var voiceID: String
    var modelID: String
    @OrNull var error: String?
    var speed: Double
    var pitch: Double
    var volume: Double
    var language: String
    var isClone: Bool
    var percentage: Int

    /// - Parameter base: The base of links.
    init(_ task: SpeechTask, base: String) {
        let details = MaxTaskDetails.of(task)
        id = task.id
        createdAt = task.createdAt.rfc3339
        updatedAt = task.updatedAt.rfc3339
        title = details.title
        content = task.request.text
        userID = task.userID
        status = TaskStatus(task.state)
        result = task.audioLink(base: base)
        voiceID = details.voiceID
        modelID = details.modelID
        error = task.error
        speed = task.request.prosody.speed
        pitch = task.request.prosody.pitch
        volume = task.request.volume
        language = details.language
        isClone = details.isClone
        percentage = task.percentage
    }
}
