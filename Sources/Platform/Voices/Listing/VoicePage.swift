/// A page of a list of voices.
public struct VoicePage: Sendable {
    /// The voices of the page, in the list's order.
    public var entries: [ListedVoice]
    /// How many there are on all pages.
    public var total: Int
    /// Whether there are more behind these.
    public var hasMore: Bool

    /// No voices.
    public static let empty = VoicePage(entries: [], total: 0, hasMore: false)
}
