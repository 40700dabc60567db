import Platform
import Speech

/// The answer of `GET /api/v1/voices`.
struct CreditsVoiceListAnswer: Encodable {
    struct Entry: Encodable {
        var id: String
        var title: String
        var description: String
        @OrNull var coverImage: String?
        @OrNull var audioUrl: String?
        @OrNull var duration: Double?
        var status = CreditsStatus.completed
        var type = "SYSTEM"
        var isPublic = true
        var popularity: Int
        var tags: [String]
        var usageCount: Int
        var createdAt: String
        var updatedAt: String

        /// - Parameter links: Where its picture and its sample are.
        init(_ voice: Voice, uses: Int, links: VoiceLinks) {
            id = voice.familyIDs.credits
            title = voice.name
            description = voice.description
            coverImage = links.cover(of: voice)
            audioUrl = links.sample(of: voice)
            duration = nil
            popularity = uses
            tags = [voice.gender.rawValue, voice.language, voice.age.rawValue, voice.accent] + voice.useCases + voice.character
            usageCount = uses
            createdAt = Timestamp.systemVoices.rfc3339
            updatedAt = Timestamp.systemVoices.rfc3339
        }
    }

    struct Pagination: Encodable {
        var page: Int
        var limit: Int
        var total: Int
        var totalPages: Int
        var hasNext: Bool
        var hasPrev: Bool
    }

    var success = true
    var voices: [Entry]
    var pagination: Pagination
}
