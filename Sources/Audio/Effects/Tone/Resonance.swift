/// Where a voice resounds: from -100 (in the nose) to 100 (at the lips).
///
/// In a nasal voice the nose adds resonances at about 250 Hz and 1 kHz, takes away the first formant between them, and dampens the highs (J. Hawkins and
/// K. N. Stevens, "Acoustic and perceptual correlates of the non-nasal–nasal distinction for vowels", 1985). A crisp one has more of what tongue and lips
/// make from 4 to 8 kHz, and less of the boom below 500 Hz.
final class Resonance: AudioEffect {
    private var filters: BiquadCascade

    /// - Parameter nasalCrisp: -100 to 100.
    init(nasalCrisp: Double, sampleRate: Int) {
        let share = abs(nasalCrisp) / 100
        filters = BiquadCascade(
            nasalCrisp < 0 ? Self.nose(share, sampleRate: sampleRate) : Self.lips(share, sampleRate: sampleRate))
    }

    func process(_ samples: UnsafeMutableBufferPointer<Float>) {
        filters.filter(samples)
    }

    private static func nose(_ share: Double, sampleRate: Int) -> [Biquad] {
        [
            .peak(250, quality: 1.5, gain: 4 * share, sampleRate: sampleRate),
            .peak(550, quality: 1.2, gain: -10 * share, sampleRate: sampleRate),
            .peak(1000, quality: 2, gain: 9 * share, sampleRate: sampleRate),
            .highShelf(2200, gain: -12 * share, sampleRate: sampleRate),
        ]
    }

    private static func lips(_ share: Double, sampleRate: Int) -> [Biquad] {
        [
            .peak(350, quality: 0.8, gain: -4 * share, sampleRate: sampleRate),
            .highShelf(3500, gain: 9 * share, sampleRate: sampleRate),
        ]
    }
}
