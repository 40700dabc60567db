import Speech

/// What a host tells of recordings in which it measured a speaker.
public struct CloneReport: Sendable, Codable, Hashable {
    /// The speaker.
    public var profile: VoiceProfile
    /// The recordings' length in seconds, together.
    public var duration: Double
    /// How many seconds of them are speech.
    public var speech: Double
    /// The sample that was made of them, if one was asked for.
    public var sample: FinishedReport?

    /// A report with everything given.
    public init(profile: VoiceProfile, duration: Double, speech: Double, sample: FinishedReport? = nil) {
        self.profile = profile
        self.duration = duration
        self.speech = speech
        self.sample = sample
    }
}
