/// The beginning of what somebody says in a recording, for people to listen to.
public struct ReferenceExcerpt {
    /// One channel of 16-bit samples.
    public let samples: [Int16]
    /// Samples a second.
    public let sampleRate: Int

    /// How long it is at most, in seconds.
    private static let seconds = 30
    /// From which part of the highest magnitude on something is heard: 26 dB below it.
    private static let heard: Float = 0.05
    /// How much silence stays before and behind, in seconds.
    private static let margin = 0.1

    /// - Parameter recording: One channel, full scale at 1.
    init(of recording: [Float], sampleRate: Int) {
        self.sampleRate = sampleRate
        let least = Self.heard * recording.reduce(0) { max($0, abs($1)) }
        let margin = Int(Self.margin * Double(sampleRate))
        let first = max(0, (recording.firstIndex { abs($0) >= least } ?? 0) - margin)
        let last = min(recording.count, (recording.lastIndex { abs($0) >= least } ?? 0) + margin)
        samples = recording[first..<last].prefix(Self.seconds * sampleRate).map { Int16(max(-1, min(1, $0)) * 32_767) }
    }
}
