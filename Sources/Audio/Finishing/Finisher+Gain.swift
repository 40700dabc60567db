import Glibc
import Speech

extension Finisher {
    /// The gain that brings audio to a loudness, and makes up for what the limiter will take off.
    ///
    /// At -16 LUFS the limiter takes 0.4 to 1.3 LU off synthetic speech. What it takes is estimated from the peaks of the blocks
    /// (``limitedLoudness(of:gain:)``), and the gain is searched for that reaches the target behind the limiter; it is at most 6 dB more
    /// than without the limiter, which keeps speech from being flattened.
    ///
    /// - Parameters:
    ///   - loudness: what was measured; silence is left as it is.
    ///   - target: the loudness to reach, in LUFS.
    ///   - maximum: the most to amplify by, in dB.
    /// - Returns: what every sample is to be multiplied by.
    public static func gain(
        for loudness: Loudness, to target: Double = defaultLoudness, maximum: Double = maximumGain
    ) -> Float {
        guard let measured = loudness.integrated, target.isFinite else { return 1 }
        // Down to where 16-bit samples end; more would be silence.
        let plain = max(-96, min(target - measured, maximum))
        var lower = plain
        var upper = max(plain, min(plain + maximumCompensation, maximum))
        // Halved 10 times, 6 dB are less than 0.01 dB.
        for _ in 0..<10 {
            let middle = (lower + upper) / 2
            let reached = limitedLoudness(of: loudness, gain: amplitude(middle)) ?? target
            if reached < target { lower = middle } else { upper = middle }
        }
        // Where nothing is limited the gain is exact.
        guard limitedLoudness(of: loudness, gain: amplitude(plain)) ?? target < target - 0.01 else { return Float(amplitude(plain)) }
        return Float(amplitude(lower))
    }

    /// An estimate of the loudness behind gain and limiter, in LUFS, or nil where nothing is to be heard.
    ///
    /// In a block whose peak is to be turned down by some decibels, the limiter turns down the energy by 0.72 of them: the rest of the block
    /// is let through louder. Against the limiter itself, with espeak-ng's and Flite's voices at -20 to -10 LUFS, it is right within 0.35 LU
    /// as long as less than 2 LU are taken off.
    static func limitedLoudness(of loudness: Loudness, gain: Double) -> Double? {
        let ceiling = Double(Limiter.defaultCeiling)
        let blocks = zip(loudness.blocks, loudness.peaks).map { energy, peak in
            let excess = gain * Double(peak) / ceiling
            return energy * gain * gain * (excess > 1 ? pow(excess, -2 * limitedShare) : 1)
        }
        return Loudness.integrated(blocks: blocks)
    }

    /// The most that is added to make up for the limiter, in dB.
    private static let maximumCompensation = 6.0
    private static let limitedShare = 0.72

    private static func amplitude(_ decibels: Double) -> Double {
        pow(10, decibels / 20)
    }
}
