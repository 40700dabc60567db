/// Voices prepared for being found: what a filter compares is worked out once, so that looking through ten thousand of them costs less than showing a page.
public struct VoiceIndex: Sendable {
    /// What is compared of a voice.
    private struct Entry: Sendable {
        let name: [UInt8]
        /// What its language is called: tag, primary subtag, English name, published name.
        let languages: [String]
        let accent: String
        let useCases: [String]
        let gender: Gender
        let age: Age

        init(_ voice: Voice) {
            name = Array(voice.name.folded.utf8)
            let published = PublishedLanguage(voiceLanguage: voice.language).map { [$0.name] } ?? []
            languages = ([voice.language, String(voice.language.primaryLanguage), voice.languageName] + published).map(\.folded)
            accent = voice.accent.folded
            useCases = voice.useCases.map(\.folded)
            gender = voice.gender
            age = voice.age
        }
    }

    /// The voices.
    public let voices: [Voice]
    private let entries: [Entry]

    /// An index of `voices`.
    public init(_ voices: [Voice]) {
        self.voices = voices
        entries = voices.map(Entry.init)
    }

    /// An index of `voices`, and behind them those of `others`.
    public init(_ voices: [Voice], before others: VoiceIndex) {
        self.voices = voices + others.voices
        entries = voices.map(Entry.init) + others.entries
    }

    /// The places of the voices that a filter lets through.
    ///
    /// - Parameter order: Places of all voices, in the order in which they are wanted; nil for that of the voices.
    public func places(matching filter: VoiceFilter, among order: [Int]? = nil) -> [Int] {
        let all = order ?? Array(entries.indices)
        guard filter != .all else { return all }
        let wanted = Wanted(filter)
        return all.filter { wanted.includes(entries[$0]) }
    }

    /// What a filter asks for, as it is compared.
    private struct Wanted {
        let filter: VoiceFilter
        let search: [UInt8]
        let languages: [String]
        let accent: String?
        let useCases: [String]

        init(_ filter: VoiceFilter) {
            self.filter = filter
            search = Array(filter.search.folded.utf8)
            languages = filter.language.map { Self.names(of: $0) } ?? []
            accent = filter.accent.map(\.folded)
            useCases = filter.useCases.map(\.folded)
        }

        func includes(_ entry: Entry) -> Bool {
            if let gender = filter.gender, gender != entry.gender { return false }
            if let ages = filter.ages, !ages.contains(entry.age) { return false }
            if !languages.isEmpty, !languages.contains(where: entry.languages.contains) { return false }
            if let accent, accent != entry.accent { return false }
            if !useCases.isEmpty, !useCases.contains(where: entry.useCases.contains) { return false }
            return search.isEmpty || VoiceIndex.contains(entry.name, search)
        }

        /// What a language may be called here that a filter names: also by another code for it (`zh`) or another name (`Chinese`), but not by a code for what
        /// is merely like it (`en-AU`).
        private static func names(of language: String) -> [String] {
            let published = PublishedLanguage(name: language).map(\.name.folded)
            let other = SpokenLanguage(language).flatMap { known in
                known.tag.primaryLanguage == language.lowercased().primaryLanguage ? nil : known.tag.folded
            }
            return [language.folded] + [published, other].compactMap(\.self)
        }
    }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard part.count <= text.count else { return false }
        return (0...text.count - part.count).contains { start in
            part.indices.allSatisfy { text[start + $0] == part[$0] }
        }
    }
}
