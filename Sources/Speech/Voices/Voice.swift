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
    /// What speaks in its own language.
    public var base: EngineVoice
    /// The espeak-ng variant (`f2`, `m3`) that speaks what `base` can't, in a like voice.
    public var variant: String

    /// What to call the voice in the Credits family: `cl` and 23 letters and digits, derived from `id` and so the same for ever.
    public var creditsID: String {
        StableID.credits(of: "voice:\(id)")
    }

    /// A voice with everything given.
    public init(id: String, name: String, description: String, language: String, gender: Gender, base: EngineVoice, variant: String) {
        self.id = id
        self.name = name
        self.description = description
        self.language = language
        self.gender = gender
        self.base = base
        self.variant = variant
    }

    /// What speaks `language` (an espeak-ng language name) with this voice's colour, when `base` does not speak it.
    public func espeakVoice(for language: String) -> EngineVoice {
        EngineVoice(engine: .espeak, name: variant.isEmpty ? language : "\(language)+\(variant)")
    }
}
