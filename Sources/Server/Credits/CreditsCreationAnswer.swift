import Platform
import Speech

/// The answer of `POST /api/v1/tts`.
struct CreditsCreationAnswer: Encodable {
    struct Speech: Encodable {
        var id: String
        var text: String
        var format: String
        var status: CreditsStatus
        var creditsUsed: Int
        var createdAt: String
    }

    var success = true
    var speechId: String
    var creditsUsed: Int
    var speech: Speech

    init(_ task: SpeechTask) {
        speechId = task.id
        creditsUsed = task.price
        speech = Speech(
            id: task.id, text: task.request.text, format: task.request.encoding.format.rawValue, status: CreditsStatus(task.state),
            creditsUsed: task.price, createdAt: task.createdAt.rfc3339)
    }
}
