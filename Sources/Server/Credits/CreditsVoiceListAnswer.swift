import Platform
import Speech

/// The answer of `GET /api/v1/voices`.
struct CreditsVoiceListAnswer: Encodable {
    struct Entry: Encodable {
        var id: String
        var title: String
        var description: String
        var coverImage: String
        var audioUrl: String
        @OrNull var duration: Double?
        var status = CreditsStatus.completed
        var type: CreditsVoiceType
        var isPublic: Bool
        var popularity: Int
        var tags: [String]
        var usageCount: Int
        var createdAt: String
        var updatedAt: String

        /// - Parameter links: Where its picture and its sample are.
        init(_ listed: ListedVoice, links: VoiceLinks) {
            let (voice, clone) = (listed.voice, listed.clone)
            id = voice.familyIDs.credits
            title = voice.name
            description = voice.description
            coverImage = links.cover(of: listed)
            audioUrl = links.sample(of: listed)
            duration = clone?.duration
            type = CreditsVoiceType(listed)
            isPublic = clone == nil
            popularity = listed.usage.uses
            tags = clone?.tags ?? [voice.gender.rawValue, voice.language, voice.age.rawValue, voice.accent] + voice.useCases + voice.character
            usageCount = listed.usage.uses
            createdAt = (clone?.createdAt ?? .systemVoices).rfc3339
            updatedAt = (clone?.updatedAt ?? .systemVoices).rfc3339
        }
    }

    struct Pagination: Encodable {
        var page: Int
        var limit: Int
        var total: Int
        var totalPages: Int
        var hasNext: Bool
        var hasPrev: Bool

        init(page: Int, limit: Int, total: Int) {
            self.page = page
            self.limit = limit
            self.total = total
            totalPages = (total + limit - 1) / limit
            hasNext = page < totalPages
            hasPrev = page > 1
        }
    }

    var success = true
    var voices: [Entry]
    var pagination: Pagination
}
