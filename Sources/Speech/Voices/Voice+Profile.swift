extension Voice {
    /// The voice of a speaker whose profile is known: Flite speaks American English for it, espeak-ng all else.
    ///
    /// - Parameters:
    ///   - id: Its id, by which the Credits family knows it, too.
    ///   - name: What people read.
    ///   - language: The language that it speaks.
    public init(cloned profile: VoiceProfile, id: String, name: String, language: SpokenLanguage) {
        let spoken = EspeakLanguage.named(language.rules)
        let isAmerican = language.rules == "en-us"
        let others = EngineVoice(engine: .espeak, name: language.rules, timbre: profile.others.voice.timbre)
        self.init(
            id: id, name: name, description: Self.clonedDescription, language: language.tag,
            gender: Gender(clonedPitch: profile.speaker.pitch), accent: spoken?.tag == language.tag ? spoken?.accent ?? "standard" : "standard",
            base: isAmerican ? profile.english.voice : others, variant: "")
        familyIDs.credits = id
        self.profile = profile
    }

    /// What is said of a cloned voice of which nobody has said anything else.
    public static let clonedDescription =
        "A cloned voice, by acoustic matching: Flite speaks American English for it, espeak-ng every other language, with the speaker's pitch, pace and colour."
}

extension Gender {
    /// How a speaker of this median pitch (in hertz) is most likely heard: 165 Hz lies between the usual ranges of men and women.
    init(clonedPitch pitch: Double) {
        self = pitch > 165 ? .female : .male
    }
}
