import Speech

/// A part of a text, to be spoken at once.
public struct SegmentRequest: Sendable, Codable, Hashable {
    /// The part's text.
    public var text: String
    /// Who speaks which stretch of it; they cover it without a gap.
    public var runs: [SpokenRun]
    /// How many samples a second to answer; what an engine speaks at another rate is converted.
    public var sampleRate: Int
    /// How to speak.
    public var prosody: Prosody
    /// Whether another part follows, so that the pause after the last sentence belongs to this one.
    public var isContinued: Bool
    /// What will be done to the voice when the whole is finished, so that the part's loudness is told as it will be then; nil for nothing.
    public var effects: VoiceEffects?

    /// A part with everything given but effects, of which there are none unless they are given.
    public init(
        text: String, runs: [SpokenRun], sampleRate: Int, prosody: Prosody, isContinued: Bool, effects: VoiceEffects? = nil
    ) {
        self.text = text
        self.runs = runs
        self.sampleRate = sampleRate
        self.prosody = prosody
        self.isContinued = isContinued
        self.effects = effects
    }
}
