import Glibc

/// Filters by their frequencies in Hz, after Robert Bristow-Johnson's "Cookbook formulae for audio equalizer biquad filter coefficients"
/// (a W3C note since 2021).
///
/// A frequency that the sample rate is too low for is brought down to 45 % of the rate.
extension Biquad {
    /// A low-pass, 12 dB an octave; at a quality of √½ it is flat up to its frequency, where it is 3 dB down.
    static func lowPass(_ frequency: Double, quality: Double = 0.5.squareRoot(), sampleRate: Int) -> Biquad {
        let (cosine, alpha) = angle(frequency, quality: quality, sampleRate: sampleRate)
        return normalised(
            b0: (1 - cosine) / 2, b1: 1 - cosine, b2: (1 - cosine) / 2, a0: 1 + alpha, a1: -2 * cosine, a2: 1 - alpha)
    }

    /// A high-pass, 12 dB an octave; at a quality of √½ it is flat down to its frequency, where it is 3 dB down.
    static func highPass(_ frequency: Double, quality: Double = 0.5.squareRoot(), sampleRate: Int) -> Biquad {
        let (cosine, alpha) = angle(frequency, quality: quality, sampleRate: sampleRate)
        return normalised(
            b0: (1 + cosine) / 2, b1: -1 - cosine, b2: (1 + cosine) / 2, a0: 1 + alpha, a1: -2 * cosine, a2: 1 - alpha)
    }

    /// A peak or a dip of `gain` dB around a frequency, the narrower the higher the quality.
    static func peak(_ frequency: Double, quality: Double, gain: Double, sampleRate: Int) -> Biquad {
        let (cosine, alpha) = angle(frequency, quality: quality, sampleRate: sampleRate)
        let root = pow(10, gain / 40)
        return normalised(
            b0: 1 + alpha * root, b1: -2 * cosine, b2: 1 - alpha * root, a0: 1 + alpha / root, a1: -2 * cosine, a2: 1 - alpha / root)
    }

    /// A shelf: `gain` dB above its frequency, half of them at it; at a quality of √½ it is as steep as it can be without a hump.
    static func highShelf(_ frequency: Double, quality: Double = 0.5.squareRoot(), gain: Double, sampleRate: Int) -> Biquad {
        let (cosine, alpha) = angle(frequency, quality: quality, sampleRate: sampleRate)
        let root = pow(10, gain / 40)
        let (sum, difference, bend) = (root + 1, root - 1, 2 * root.squareRoot() * alpha)
        return normalised(
            b0: root * (sum + difference * cosine + bend), b1: -2 * root * (difference + sum * cosine),
            b2: root * (sum + difference * cosine - bend), a0: sum - difference * cosine + bend, a1: 2 * (difference - sum * cosine),
            a2: sum - difference * cosine - bend)
    }

    private static func angle(_ frequency: Double, quality: Double, sampleRate: Int) -> (cosine: Double, alpha: Double) {
        let angle = 2 * Double.pi * min(frequency / Double(sampleRate), 0.45)
        return (cos(angle), sin(angle) / (2 * quality))
    }

    private static func normalised(b0: Double, b1: Double, b2: Double, a0: Double, a1: Double, a2: Double) -> Biquad {
        Biquad(b0: b0 / a0, b1: b1 / a0, b2: b2 / a0, a1: a1 / a0, a2: a2 / a0)
    }
}
