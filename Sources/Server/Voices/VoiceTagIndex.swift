import Platform
import Speech

/// Voices with their tags as they are compared, which to work out takes longer than to look through them.
struct VoiceTagIndex: Sendable {
    private let entries: [(voice: ListedVoice, tags: Set<String>)]

    /// An index of `voices`.
    init(_ voices: [ListedVoice]) {
        entries = voices.map { ($0, VoiceTagFilter.tags(of: $0.voice)) }
    }

    /// The voices that have all tags of a filter.
    func voices(matching filter: VoiceTagFilter) -> [ListedVoice] {
        entries.filter { filter.includes($0.tags) }.map(\.voice)
    }
}
