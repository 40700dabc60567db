/// A page of voices as the Max and MiniMax families answer it.
struct TaggedVoiceList<Entry: Encodable>: Encodable {
    private enum CodingKeys: String, CodingKey {
        case voices = "voice_list"
        case total
        case hasMore = "has_more"
    }

    /// The voices of the page.
    var voices: [Entry]
    /// How many there are on all pages.
    var total: Int
    /// Whether there are more behind these.
    var hasMore: Bool
}
