import Speech

/// What came of recordings that somebody is cloned from.
public struct Cloning: Sendable {
    /// The speaker.
    public let profile: VoiceProfile
    /// How long the recordings are, in seconds.
    public let duration: Double
    /// How many seconds of them are speech.
    public let speech: Double
}
