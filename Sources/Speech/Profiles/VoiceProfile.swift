/// A speaker as Mynah imitates them: what was measured of them, and how each engine is brought to sound alike. Numbers only; no sound is kept.
public struct VoiceProfile: Sendable, Codable, Hashable {
    /// The way in which it is written down.
    public var version: Int
    /// What was measured of the speaker.
    public var speaker: SpeakerDescription
    /// Who speaks American English: the nearest of Flite's voices.
    public var english: ClonedSpeaker
    /// Who speaks every other language, by espeak-ng; its voice's name is that of a language, for which others stand in.
    public var others: ClonedSpeaker

    /// The version that is written now.
    public static let currentVersion = 1

    /// A profile in the current version.
    public init(speaker: SpeakerDescription, english: ClonedSpeaker, others: ClonedSpeaker) {
        version = Self.currentVersion
        self.speaker = speaker
        self.english = english
        self.others = others
    }

    /// The profile of a voice whose colour lies between the engine's own and the speaker's.
    ///
    /// - Parameter share: What the speaker's counts for: 0 to 1.
    func keeping(_ share: Double) -> VoiceProfile {
        guard share < 1 else { return self }
        var kept = self
        kept.english.map = english.map.keeping(share)
        kept.others.map = others.map.keeping(share)
        return kept
    }

    /// What becomes of the envelope of what an engine speaks.
    public func map(for engine: EngineVoice.Engine) -> EnvelopeMap {
        english.voice.engine == engine ? english.map : others.map
    }
}
