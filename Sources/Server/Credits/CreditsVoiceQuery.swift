import Platform
import Speech

/// The query of `GET /api/v1/voices`.
struct CreditsVoiceQuery {
    private enum VoiceType: String, CaseIterable {
        case user = "USER"
        case system = "SYSTEM"
    }

    private enum SortKey: String, CaseIterable {
        case createdAt, updatedAt, title, duration, popularity
    }

    private enum SortOrder: String, CaseIterable {
        case asc, desc
    }

    private let page: Int
    private let limit: Int
    private let status: CreditsStatus?
    private let type: VoiceType?
    private let sortBy: SortKey
    private let sortOrder: SortOrder

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) throws(RequestError) {
        page = try fields.integer("page", in: 1...Int.max) ?? 1
        limit = try fields.integer("limit", in: 1...100) ?? 20
        status = try fields.choice("status")
        type = try fields.choice("type")
        sortBy = try fields.choice("sortBy") ?? .createdAt
        sortOrder = try fields.choice("sortOrder") ?? .desc
    }

    /// The page of the catalogue that the query asks for.
    ///
    /// - Parameters:
    ///   - uses: How often each voice was asked to speak, by its id.
    ///   - links: Where their pictures and samples are.
    func answer(from catalogue: VoiceCatalogue, uses: [String: Int], links: VoiceLinks) -> CreditsVoiceListAnswer {
        let all = sorted(matches(catalogue).map { CreditsVoiceListAnswer.Entry($0, uses: uses[$0.id] ?? 0, links: links) })
        let pages = (all.count + limit - 1) / limit
        let entries = page <= pages ? Array(all.dropFirst((page - 1) * limit).prefix(limit)) : []
        return CreditsVoiceListAnswer(
            voices: entries,
            pagination: .init(page: page, limit: limit, total: all.count, totalPages: pages, hasNext: page < pages, hasPrev: page > 1))
    }

    private func matches(_ catalogue: VoiceCatalogue) -> [Voice] {
        // What the system brings is there: it is neither being made nor failed.
        type == .user || (status != nil && status != .completed) ? [] : catalogue.voices
    }

    private func sorted(_ entries: [CreditsVoiceListAnswer.Entry]) -> [CreditsVoiceListAnswer.Entry] {
        // System voices are of one age and have no recording: by these keys they stay in the catalogue's order.
        switch (sortBy, sortOrder) {
        case (.createdAt, _), (.updatedAt, _), (.duration, _): entries
        case (.title, .asc): entries.sorted { $0.title < $1.title }
        case (.title, .desc): entries.sorted { $0.title > $1.title }
        case (.popularity, .asc): entries.sorted { $0.popularity < $1.popularity }
        case (.popularity, .desc): entries.sorted { $0.popularity > $1.popularity }
        }
    }
}
