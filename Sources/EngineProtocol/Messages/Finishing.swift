import Speech

/// What becomes of spoken samples.
public struct Finishing: Sendable, Codable, Hashable {
    /// The file that comes out.
    public var encoding: AudioEncoding
    /// Times the usual loudness: 0 to 10.
    public var volume: Double
    /// What is done to the voice; nil for nothing.
    public var effects: VoiceEffects?

    /// An encoding at a volume, without effects unless they are given.
    public init(encoding: AudioEncoding, volume: Double, effects: VoiceEffects? = nil) {
        self.encoding = encoding
        self.volume = volume
        self.effects = effects
    }
}
