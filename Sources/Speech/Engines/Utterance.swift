/// What an engine is asked to speak at once.
public struct Utterance: Sendable {
    /// The text.
    public var text: String
    /// The engine's name of the voice.
    public var voice: String
    /// What is changed of it.
    public var timbre: Timbre
    /// How to speak.
    public var prosody: Prosody
    /// Semitones by which the pitch rises over each sentence, about its middle, on top of its melody.
    public var contour: Double
    /// Whether more follows, so that the pause after the last sentence is spoken too.
    public var isContinued: Bool

    /// A text for one of the engine's voices.
    public init(
        text: String, voice: String, timbre: Timbre = .plain, prosody: Prosody, contour: Double = 0, isContinued: Bool
    ) {
        self.text = text
        self.voice = voice
        self.timbre = timbre
        self.prosody = prosody
        self.contour = contour
        self.isContinued = isContinued
    }
}
