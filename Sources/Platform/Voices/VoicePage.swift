import Speech

/// A page of a list of voices.
public struct VoicePage: Sendable {
    /// A voice, and how much it has spoken.
    public struct Entry: Sendable, Hashable {
        /// The voice.
        public var voice: Voice
        /// Its counts.
        public var usage: VoiceUsage
    }

    /// The voices of the page, in the list's order.
    public var entries: [Entry]
    /// How many there are on all pages.
    public var total: Int
    /// Whether there are more behind these.
    public var hasMore: Bool
}
