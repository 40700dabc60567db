import Speech

/// The query of `GET /v1/minimax/audio/voices`.
struct MiniMaxVoiceQuery {
    private let page: MiniMaxPage
    private let tags: VoiceTagFilter
    private let isSystem: Bool

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) throws(RequestError) {
        page = try MiniMaxPage(fields, usualSize: 500)
        tags = VoiceTagFilter(fields.strings("tag_list"))
        isSystem = try fields.boolean("is_system") ?? true
    }

    /// The page of the catalogue that the query asks for. Nobody has voices of their own.
    func answer(from catalogue: VoiceCatalogue, links: VoiceLinks) -> TaggedVoiceList {
        guard isSystem else { return TaggedVoiceList(voices: [], total: 0, hasMore: false) }
        let matches = catalogue.voices.filter(tags.includes)
        return TaggedVoiceList(
            voices: page.slice(of: matches).map { TaggedVoice($0, spelling: .miniMax, links: links) }, total: matches.count,
            hasMore: page.hasMore(of: matches.count))
    }
}
