/// How one engine speaks like somebody.
public struct ClonedSpeaker: Sendable, Codable, Hashable {
    /// The engine's voice, with the pitch, range, pace and formants that bring it nearest.
    public var voice: EngineVoice
    /// What becomes of its spectral envelope.
    public var map: EnvelopeMap

    /// A voice and a map.
    public init(voice: EngineVoice, map: EnvelopeMap) {
        self.voice = voice
        self.map = map
    }
}
