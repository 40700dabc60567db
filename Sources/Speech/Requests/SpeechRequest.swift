/// What is to be spoken, by whom, how, and what comes out: the one form that every family and the command line translate to.
public struct SpeechRequest: Sendable, Codable, Hashable {
    /// The text, as its author wrote it.
    public var text: String
    /// The catalogue's id of the voice.
    public var voiceID: String
    /// How the voice speaks.
    public var prosody: Prosody
    /// Times the usual loudness: 0 (silence) to 10; 1 is -16 LUFS.
    public var volume: Double
    /// The file that comes out.
    public var encoding: AudioEncoding
    /// What is done to the voice once it has spoken; nil for nothing.
    public var effects: VoiceEffects?

    /// The volumes that there are.
    public static let volumes = 0.0...10.0

    /// A request with the usual prosody, volume, MP3 and no effects unless they are given.
    public init(
        text: String, voiceID: String, prosody: Prosody = .usual, volume: Double = 1, encoding: AudioEncoding = .standard(.mp3),
        effects: VoiceEffects? = nil
    ) {
        self.text = text
        self.voiceID = voiceID
        self.prosody = prosody
        self.volume = min(max(volume, Self.volumes.lowerBound), Self.volumes.upperBound)
        self.encoding = encoding
        self.effects = effects
    }
}
