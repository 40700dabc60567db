import Speech

/// The answer of `GET /v1/minimax/audio/config`: every word that requests may use.
struct MiniMaxConfigAnswer: Encodable {
    struct EmotionEntry: Encodable {
        var label: String
        var value: String
    }

    struct AccentEntry: Encodable, Hashable {
        private enum CodingKeys: String, CodingKey {
            case language
            case name = "tag_name"
        }

        var language: String
        var name: String
    }

    struct TagEntry: Encodable {
        private enum CodingKeys: String, CodingKey {
            case name = "tag_name"
        }

        var name: String
    }

    private enum CodingKeys: String, CodingKey {
        case emotions = "t2a_emotion"
        case accents = "voice_tag_accent"
        case ages = "voice_tag_age"
        case genders = "voice_tag_gender"
        case languages = "voice_tag_language"
        case useCases = "voice_tag_use_case"
        case characters = "voice_tag_character"
    }

    var emotions: [EmotionEntry]
    var accents: [AccentEntry]
    var ages: [TagEntry]
    var genders: [TagEntry]
    var languages: [TagEntry]
    var useCases: [TagEntry]
    var characters: [TagEntry]

    /// What there is for the voices of `catalogue`.
    init(_ catalogue: VoiceCatalogue) {
        let tags = catalogue.voices.map { VoiceTags($0, spelling: .miniMax) }
        emotions = Emotion.allCases.map { EmotionEntry(label: $0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst(), value: $0.rawValue) }
        accents = Self.unique(tags.map { AccentEntry(language: $0.language, name: $0.accent) })
        ages = Age.allCases.map { TagEntry(name: VoiceTags.age($0, spelling: .miniMax)) }
        let genders = Set(catalogue.voices.map(\.gender))
        self.genders = Gender.allCases.filter(genders.contains).map { TagEntry(name: VoiceTags.gender($0)) }
        languages = PublishedLanguage.all.map { TagEntry(name: $0.name) }
        useCases = Self.unique(tags.flatMap(\.useCases)).sorted().map { TagEntry(name: $0) }
        characters = Self.unique(tags.flatMap(\.character)).sorted().map { TagEntry(name: $0) }
    }

    /// Each once, in the order in which they first come.
    private static func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
        var seen: Set<Element> = []
        return elements.filter { seen.insert($0).inserted }
    }
}
