import Speech

/// What a host tells of a recording in which it measured a speaker.
public struct CloneReport: Sendable, Codable, Hashable {
    /// The speaker.
    public var profile: VoiceProfile
    /// The recording's length in seconds.
    public var duration: Double
    /// How many seconds of it are speech.
    public var speech: Double

    /// A report with everything given.
    public init(profile: VoiceProfile, duration: Double, speech: Double) {
        self.profile = profile
        self.duration = duration
        self.speech = speech
    }
}
