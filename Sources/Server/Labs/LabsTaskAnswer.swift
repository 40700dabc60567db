import Platform
import Speech

/// A task, as `GET /labs/task/{id}` and the list answer it.
struct LabsTaskAnswer: Encodable {
    private enum CodingKeys: String, CodingKey {
        case id, input, style, speed, similarity, stability, status, result, subtitle, error
        case voiceID = "voice_id"
        case modelID = "model_id"
        case usesSpeakerBoost = "use_speaker_boost"
        case createdAt = "created_at"
        case percentage = "process_percentage"
    }

    var id: String
    var input: String
    var voiceID: String
    var modelID: String
    var style: Double
    var speed: Double
    var usesSpeakerBoost: Bool
    var similarity: Double
    var stability: Double
    var createdAt: String
    var status: TaskStatus
    var percentage: Int
    @OrNull var result: String?
    @OrNull var subtitle: String?
    /// Why it failed; only there if it did, because some clients take the field itself for a failure.
    var error: String?

    /// - Parameter base: The base of links.
    init(_ task: SpeechTask, base: String) {
        let details = LabsTaskDetails.of(task)
        id = task.id
        input = task.request.text
        voiceID = details.voiceID
        modelID = details.modelID
        style = details.delivery.style
        speed = details.speed
        usesSpeakerBoost = details.delivery.speakerBoost
        similarity = details.delivery.similarity
        stability = details.delivery.stability
        createdAt = task.createdAt.rfc3339
        status = TaskStatus(task.state)
        percentage = task.percentage
        result = task.audioLink(base: base)
        subtitle = task.subtitleLink(base: base)
        error = task.error
    }
}
