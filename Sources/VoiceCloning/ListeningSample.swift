import Audio

/// What recordings sound like without noise and long silences, for people to listen to.
public struct ListeningSample: Sendable {
    /// The samples, one channel, as loud as they can be.
    public let samples: [Int16]

    /// Samples a second.
    public static let sampleRate = 24_000
    /// The highest magnitude, full scale at 1.
    private static let peak: Float = 0.9

    /// - Parameter recordings: One channel at ``sampleRate``, full scale at 1.
    init(_ recordings: [Float]) {
        let trimmed = PauseTrimmer.trimmed(recordings, sampleRate: Self.sampleRate)
        let highest = trimmed.reduce(0) { max($0, abs($1)) }
        let gain = highest > 0 ? 32_767 * Self.peak / highest : 0
        samples = trimmed.map { Int16(($0 * gain).rounded()) }
    }
}
