import Platform
import Speech

/// A voice, as `GET /labs/voices` answers it.
struct LabsVoiceAnswer: Encodable {
    private enum CodingKeys: String, CodingKey {
        case name, category, labels, description
        case voiceID = "voice_id"
        case previewURL = "preview_url"
        case characterCount = "usage_character_count_1y"
    }

    struct Labels: Encodable {
        private enum CodingKeys: String, CodingKey {
            case accent, description, age, gender, language
            case useCase = "use_case"
        }

        var accent: String
        /// How it sounds, in a word; left out where nobody has said.
        var description: String?
        var age: String
        var gender: String
        var language: String
        /// What it is best for; left out where nobody has said.
        var useCase: String?
    }

    /// Where a voice came from.
    enum Category: String, Encodable {
        /// It came with the system.
        case premade
        /// Its user cloned it.
        case cloned
    }

    var voiceID: String
    var name: String
    var category: Category
    var labels: Labels
    var description: String
    var previewURL: String
    var characterCount: Int

    init(_ entry: ListedVoice, links: VoiceLinks) {
        let voice = entry.voice
        voiceID = voice.familyIDs.labs
        name = voice.name
        category = entry.clone == nil ? .premade : .cloned
        labels = Labels(
            accent: voice.accent, description: voice.character.first, age: Self.name(of: voice.age), gender: voice.gender.rawValue,
            language: String(voice.language.prefix { $0 != "-" }), useCase: voice.useCases.first)
        description = voice.description
        previewURL = links.sample(of: entry)
        characterCount = entry.usage.charactersInYear
    }

    private static func name(of age: Age) -> String {
        switch age {
        case .youth, .youngAdult: "young"
        case .adult, .middleAged: "middle_aged"
        case .senior: "old"
        }
    }
}
