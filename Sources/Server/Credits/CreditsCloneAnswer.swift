import Platform
import Speech

/// The answer of `POST /api/v1/voice-clone`.
struct CreditsCloneAnswer: Encodable {
    struct Voice: Encodable {
        var id: String
        var title: String
        var description: String
        var coverImage: String
        var audioUrl: String
        var duration: Double
        var tags: [String]
        var createdAt: String
    }

    var success = true
    var voiceId: String
    var voice: Voice

    /// - Parameter links: Where its picture and its sample are.
    init(_ clone: VoiceClone, links: VoiceLinks) {
        let listed = ListedVoice(clone)
        voiceId = clone.voice.familyIDs.credits
        voice = Voice(
            id: voiceId, title: clone.voice.name, description: clone.voice.description, coverImage: links.cover(of: listed),
            audioUrl: links.sample(of: listed), duration: clone.duration, tags: clone.tags, createdAt: clone.createdAt.rfc3339)
    }
}
