import Platform
import Speech

/// The answer of `GET /api/v1/tts/{id}`.
struct CreditsSpeechAnswer: Encodable {
    struct VoiceSummary: Encodable {
        var id: String
        var title: String
        @OrNull var coverImage: String?
        var type: CreditsVoiceType
    }

    struct SpeechSummary: Encodable {
        var id: String
        var text: String
        @OrNull var audioUrl: String?
        var format: String
        @OrNull var duration: Double?
        var status: CreditsStatus
        var creditsUsed: Int
        /// Why it failed; only there if it did.
        var error: String?
        var createdAt: String
        var updatedAt: String
        @OrNull var voice: VoiceSummary?
    }

    var success = true
    var speech: SpeechSummary

    /// - Parameters:
    ///   - voice: Who speaks it; nil where the voice is no longer there.
    ///   - base: The base of links.
    init(_ task: SpeechTask, voice: ListedVoice?, base: String) {
        speech = SpeechSummary(
            id: task.id, text: task.request.text, audioUrl: task.audioLink(base: base),
            format: task.request.encoding.format.rawValue, duration: task.duration, status: CreditsStatus(task.state),
            creditsUsed: task.state == .failed ? 0 : task.price, error: task.error, createdAt: task.createdAt.rfc3339,
            updatedAt: task.updatedAt.rfc3339,
            voice: voice.map {
                VoiceSummary(
                    id: $0.voice.familyIDs.credits, title: $0.voice.name, coverImage: VoiceLinks(base: base).cover(of: $0), type: CreditsVoiceType($0)
                )
            })
    }
}
