import Glibc

/// What a recording is like before anybody is measured in it.
public struct RecordingCheck: Sendable, Hashable {
    /// How long it is, in seconds.
    public let duration: Double
    /// The highest magnitude, full scale at 1.
    public let peak: Double
    /// The level of its loud moments in dB of full scale: of every tenth moment, one is louder.
    public let level: Double
    /// How far its loud moments are over its softest, in dB: over its noise, where there are pauses.
    public let dynamics: Double
    /// How much the levels of loud moments vary: a standard deviation in dB. Speech has syllables; a tone and a steady noise have none.
    public let variation: Double
    /// The part of its loud moments in which samples are cut off, 0 to 1.
    public let clipping: Double

    /// How long a moment is, in seconds.
    private static let moment = 0.02
    /// How many samples at the peak one behind the other are cut off.
    private static let clippedRun = 3

    /// Looks at a recording.
    ///
    /// - Parameters:
    ///   - samples: One channel, full scale at 1.
    ///   - sampleRate: Samples a second.
    public init(_ samples: [Float], sampleRate: Int) {
        duration = Double(samples.count) / Double(sampleRate)
        let highest = samples.reduce(0) { max($0, abs($1)) }
        peak = Double(highest)
        let length = max(1, Int(Self.moment * Double(sampleRate)))
        let moments = stride(from: 0, to: samples.count, by: length).map { samples[$0..<min($0 + length, samples.count)] }
        let levels = moments.map { moment in
            10 * log10(max(1e-12, moment.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(moment.count)))
        }
        let sorted = levels.sorted()
        let loud = sorted.isEmpty ? -120 : sorted[sorted.count * 9 / 10]
        level = loud
        dynamics = sorted.isEmpty ? 0 : loud - sorted[sorted.count / 20]
        let upper = levels.filter { $0 > loud - 30 }
        let mean = upper.reduce(0, +) / Double(max(1, upper.count))
        variation = (upper.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, upper.count))).squareRoot()
        let loudest = zip(moments, levels).filter { $0.1 > loud - 10 }
        let clipped = loudest.count { Self.isClipped($0.0, at: highest) }
        clipping = Double(clipped) / Double(max(1, loudest.count))
    }

    private static func isClipped(_ moment: ArraySlice<Float>, at peak: Float) -> Bool {
        var run = 0
        for sample in moment {
            run = abs(sample) > 0.998 * peak ? run + 1 : 0
            if run >= clippedRun { return true }
        }
        return false
    }
}
