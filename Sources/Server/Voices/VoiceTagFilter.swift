import Speech

/// Tags that a voice must have, all of them, in either family's spelling, whatever their case and hyphens.
struct VoiceTagFilter: Sendable {
    private let wanted: Set<String>

    /// A filter by `tags`; without any, it lets every voice through.
    init(_ tags: [String]) {
        wanted = Set(tags.map(\.folded))
    }

    /// Whether `voice` has all of them.
    func includes(_ voice: Voice) -> Bool {
        guard !wanted.isEmpty else { return true }
        let tags = TagSpelling.allCases.flatMap { VoiceTags(voice, spelling: $0).list }
        return wanted.isSubset(of: tags.map(\.folded))
    }
}
