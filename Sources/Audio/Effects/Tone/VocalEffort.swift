import Glibc
import Speech

/// How much effort is in a voice: from -100 (strong) to 100 (soft).
///
/// Who raises the voice makes its highs louder than its lows, who speaks softly loses them first (A. M. C. Sluijter and V. J. van Heuven, "Spectral
/// balance as an acoustic correlate of linguistic stress", 1996): a shelf tilts the spectrum, and a peak lifts or lowers the presence around 3 kHz. A strong voice
/// is also even, down to the ends of its sentences: a compressor (D. Giannoulis et al., "Digital dynamic range compressor design", 2012) brings what is
/// softer or louder than the voice usually is nearer to that. It measures against the voice itself, so that the level at which an engine speaks does not matter.
final class VocalEffort: AudioEffect {
    /// What a full strength does above ``shelfFrequency``, in dB.
    private static let tilt = 9.0
    private static let shelfFrequency = 1500.0
    /// What a full strength does around ``presenceFrequency``, in dB.
    private static let presence = 4.0
    private static let presenceFrequency = 3000.0

    private var filters: BiquadCascade
    private var compressor: Compressor?

    /// - Parameter strongerSofter: -100 to 100.
    init(strongerSofter: Double, sampleRate: Int) {
        let effort = -strongerSofter / 100
        filters = BiquadCascade([
            .highShelf(Self.shelfFrequency, quality: 0.5, gain: Self.tilt * effort, sampleRate: sampleRate),
            .peak(Self.presenceFrequency, quality: 0.8, gain: Self.presence * effort, sampleRate: sampleRate),
        ])
        compressor = effort > 0 ? Compressor(share: 0.6 * effort, sampleRate: sampleRate) : nil
    }

    func process(_ samples: UnsafeMutableBufferPointer<Float>) {
        filters.filter(samples)
        compressor?.compress(samples)
    }
}
