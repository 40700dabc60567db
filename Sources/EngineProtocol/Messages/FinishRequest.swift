import Speech

/// Samples that will be sent, and what becomes of them.
public struct FinishRequest: Sendable, Codable, Hashable {
    /// Samples a second.
    public var sampleRate: Int
    /// How loud all of them together are, behind the effects.
    public var loudness: Loudness
    /// What becomes of them.
    public var finishing: Finishing

    /// Samples at `sampleRate`, whose loudness is known, to be finished as `finishing` says.
    public init(sampleRate: Int, loudness: Loudness, finishing: Finishing) {
        self.sampleRate = sampleRate
        self.loudness = loudness
        self.finishing = finishing
    }
}
