import Speech

/// A part of a text, to be spoken at once.
public struct SegmentRequest: Sendable, Codable, Hashable {
    /// The part's text.
    public var text: String
    /// Who speaks which stretch of it; together with the pauses they cover it without a gap.
    public var runs: [SpokenRun]
    /// The silences between the runs, in order.
    public var pauses: [Pause]
    /// Whether a silence ends where the part begins, so that it begins with its first sound.
    public var followsPause: Bool
    /// How many samples a second to answer; what an engine speaks at another rate is converted.
    public var sampleRate: Int
    /// How to speak.
    public var prosody: Prosody
    /// What the voice shows while it does.
    public var emotion: Emotion
    /// Whether another part follows, so that the pause after the last sentence belongs to this one.
    public var isContinued: Bool
    /// What will be done to the voice when the whole is finished, so that the part's loudness is told as it will be then; nil for nothing.
    public var effects: VoiceEffects?
    /// Whom the voices are to sound like; nil for themselves.
    public var profile: VoiceProfile?

    /// A part without pauses, effects and a profile, and neutral, unless they are given.
    public init(
        text: String, runs: [SpokenRun], pauses: [Pause] = [], followsPause: Bool = false, sampleRate: Int, prosody: Prosody,
        emotion: Emotion = .neutral, isContinued: Bool, effects: VoiceEffects? = nil, profile: VoiceProfile? = nil
    ) {
        self.text = text
        self.runs = runs
        self.pauses = pauses
        self.followsPause = followsPause
        self.sampleRate = sampleRate
        self.prosody = prosody
        self.emotion = emotion
        self.isContinued = isContinued
        self.effects = effects
        self.profile = profile
    }
}
