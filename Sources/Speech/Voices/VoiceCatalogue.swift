/// The voices that there are, found by any of their ids.
public struct VoiceCatalogue: Sendable {
    /// Every voice, in the order in which lists show them.
    public let voices: [Voice]
    private let byID: [String: Voice]

    /// A catalogue of `voices`; of two with one id the first counts.
    public init(_ voices: [Voice]) {
        self.voices = voices
        let named = voices.flatMap { voice in voice.ids.map { ($0, voice) } }
        byID = Dictionary(named) { first, _ in first }
    }

    /// The voice that `id` names in any family; nil where there is none. Never another voice.
    public func voice(_ id: String) -> Voice? {
        byID[id]
    }

    /// The voices that come with the system: Flite's four, the library's, and a male and a female voice for every language of espeak-ng.
    public static let system = VoiceCatalogue(flite + VoiceLibrary.standard.voices + espeak)

    /// The voice that speaks where nobody chose one.
    public static let standardID = "rms"

    private static let flite = [
        Voice(
            id: "rms", name: "Rms", description: "A clear adult man, American English. Flite speaks English for him, espeak-ng every other language.",
            language: "en-US", gender: .male, accent: "american", useCases: ["narration", "news"],
            character: ["clear"], base: EngineVoice(engine: .flite, name: "rms"), variant: "m3"),
        Voice(
            id: "slt", name: "Slt",
            description: "A calm adult woman, American English. Flite speaks English for her, espeak-ng every other language.",
            language: "en-US", gender: .female, accent: "american", useCases: ["narration", "audiobook"],
            character: ["calm"], base: EngineVoice(engine: .flite, name: "slt"), variant: "f2"),
        Voice(
            id: "awb", name: "Awb",
            description: "A Scottish man speaking American English. Flite speaks English for him, espeak-ng every other language.",
            language: "en-US", gender: .male, accent: "scottish", useCases: ["narration"],
            character: ["lively"], base: EngineVoice(engine: .flite, name: "awb"), variant: "m1"),
        Voice(
            id: "kal16", name: "Kal",
            description: "A plain, quick diphone voice, American English. Flite speaks English for it, espeak-ng every other language.",
            language: "en-US", gender: .male, accent: "american", useCases: ["customer service"],
            character: ["plain", "quick"], base: EngineVoice(engine: .flite, name: "kal16"), variant: "m2"),
    ]

    private static let espeak = EspeakLanguage.all.flatMap { language in
        [
            Voice(
                id: language.name, name: language.title,
                description: "A man speaking \(language.title), by espeak-ng's formant synthesis, as are the other languages for him.",
                language: language.tag, gender: .male, accent: language.accent, useCases: language.useCases, character: ["plain"],
                base: EngineVoice(engine: .espeak, name: language.name), variant: ""),
            Voice(
                id: "\(language.name)-female", name: "\(language.title), female",
                description: "A woman speaking \(language.title), by espeak-ng's formant synthesis, as are the other languages for her.",
                language: language.tag, gender: .female, accent: language.accent, useCases: language.useCases, character: ["plain"],
                base: EngineVoice(engine: .espeak, name: "\(language.name)+f2"), variant: "f2"),
        ]
    }
}
