extension Voice {
    /// The voice of a speaker whose profile is known: Flite speaks American English for it, espeak-ng all else.
    ///
    /// - Parameters:
    ///   - id: Its id.
    ///   - name: What people read.
    ///   - language: espeak-ng's name of the language that it speaks.
    ///   - profile: Whom it is to sound like.
    public init(cloned profile: VoiceProfile, id: String, name: String, language: EspeakLanguage) {
        let isAmerican = language.tag == "en-US"
        let others = EngineVoice(engine: .espeak, name: language.name, timbre: profile.others.voice.timbre)
        self.init(
            id: id, name: name, description: "A cloned voice.", language: language.tag, gender: profile.speaker.pitch > 165 ? .female : .male,
            accent: language.accent, base: isAmerican ? profile.english.voice : others, variant: "")
        self.profile = profile
    }
}
