/// A voice of the catalogue: who speaks, in which language, and with what.
public struct Voice: Sendable, Hashable {
    /// The short name that people type, unique and stable: `slt`, `en-us-female`.
    public var id: String
    /// What people read: `Slt`, `English (America), female`.
    public var name: String
    /// One sentence on how it sounds, and what speaks each language for it.
    public var description: String
    /// The language it speaks, as a BCP 47 tag: `en-US`.
    public var language: String
    /// How it is heard.
    public var gender: Gender
    /// How old it is heard to be.
    public var age: Age
    /// The accent it speaks its language with: `american`, `scottish`; `standard` where a language has but one here.
    public var accent: String
    /// What it is good for: `audiobook`, `news`.
    public var useCases: [String]
    /// How it sounds, in adjectives: `warm`, `clear`.
    public var character: [String]
    /// What speaks in its own language.
    public var base: EngineVoice
    /// The espeak-ng variant (`f2`, `m3`) that speaks what `base` can't, in a like voice.
    public var variant: String
    /// What the families call it.
    public var familyIDs: VoiceFamilyIDs
    /// Whom it is to sound like; nil for a voice of its own.
    public var profile: VoiceProfile?

    /// The English name of its language: `Vietnamese (Northern)`.
    public var languageName: String {
        LanguageName.english(of: language)
    }

    /// A voice; its ids in the families are derived from `id` where none are given.
    public init(
        id: String, name: String, description: String, language: String, gender: Gender, age: Age = .adult, accent: String = "standard",
        useCases: [String] = [], character: [String] = [], base: EngineVoice, variant: String, familyIDs: VoiceFamilyIDs? = nil
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.language = language
        self.gender = gender
        self.age = age
        self.accent = accent
        self.useCases = useCases
        self.character = character
        self.base = base
        self.variant = variant
        self.familyIDs = familyIDs ?? VoiceFamilyIDs(voiceID: id)
    }

    /// Every id by which it can be named.
    public var ids: [String] {
        [id, familyIDs.credits, familyIDs.labs, familyIDs.max, familyIDs.unique]
    }

    /// What speaks `language` (an espeak-ng language name) with this voice's colour, when `base` does not speak it.
    public func espeakVoice(for language: String) -> EngineVoice {
        if let profile { return EngineVoice(engine: .espeak, name: language, timbre: profile.others.voice.timbre) }
        if base.engine == .espeak, base.timbre != .plain { return EngineVoice(engine: .espeak, name: language, timbre: base.timbre) }
        return EngineVoice(engine: .espeak, name: variant.isEmpty ? language : "\(language)+\(variant)")
    }
}
