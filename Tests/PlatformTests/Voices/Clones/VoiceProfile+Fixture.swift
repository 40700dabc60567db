import Speech

extension VoiceProfile {
    /// A profile that changes nothing of what the engines say.
    ///
    /// - Parameter pitch: The speaker's, in hertz.
    static func fixture(pitch: Double = 120) -> VoiceProfile {
        let rule = VoicingRule(weights: Array(repeating: 0, count: EnvelopeScale.order), bias: 1)
        let map = EnvelopeMap(voicing: rule, voiced: .identity, unvoiced: .identity, levels: -100...100)
        var measures = SpeakerMeasures()
        measures.pitch = pitch
        return VoiceProfile(
            speaker: SpeakerDescription(measures), english: ClonedSpeaker(voice: EngineVoice(engine: .flite, name: "rms"), map: map),
            others: ClonedSpeaker(voice: EngineVoice(engine: .espeak, name: "en-us"), map: map))
    }
}
