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
        wanted.isEmpty || includes(Self.tags(of: voice))
    }

    /// Whether these tags of a voice, as they are compared, are all of them.
    func includes(_ tags: Set<String>) -> Bool {
        wanted.isSubset(of: tags)
    }

    /// The tags of a voice as they are compared.
    static func tags(of voice: Voice) -> Set<String> {
        Set(TagSpelling.allCases.flatMap { VoiceTags(voice, spelling: $0).list }.map(\.folded))
    }
}
