import Platform
import Speech

/// The query of `GET /v1/minimax/audio/voices`.
struct MiniMaxVoiceQuery {
    private let page: MiniMaxPage
    private let tags: VoiceTagFilter
    /// Whether the system's voices are asked for, and not the account's clones.
    let isSystem: Bool

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) throws(RequestError) {
        page = try MiniMaxPage(fields, usualSize: 500)
        tags = VoiceTagFilter(fields.strings("tag_list"))
        isSystem = try fields.boolean("is_system") ?? true
    }

    /// All the clones that the query asks for, at once.
    func answer(from clones: [VoiceClone], entry: (VoiceClone) -> MiniMaxVoice) -> TaggedVoiceList<MiniMaxVoice> {
        let matches = clones.filter { tags.includes($0.voice) }
        return TaggedVoiceList(voices: matches.map(entry), total: matches.count, hasMore: false)
    }

    /// The page of the system's voices that the query asks for.
    func answer(from system: VoiceTagIndex, links: VoiceLinks) -> TaggedVoiceList<TaggedVoice> {
        let matches = system.voices(matching: tags)
        return TaggedVoiceList(
            voices: page.slice(of: matches).map { TaggedVoice($0, spelling: .miniMax, links: links) }, total: matches.count,
            hasMore: page.hasMore(of: matches.count))
    }
}
