import Foundation

/// The warping of frequencies by a first-order all-pass filter, on whose scale mel-cepstra are (Tokuda et al., "Mel-generalized cepstral analysis", 1994).
enum FrequencyWarp {
    /// Where a formant is taken to be that stands for all, in radians a sample: 1500 Hz at 16 kHz, between the first and the third.
    private static let formant = 2 * Double.pi * 1500 / 16_000

    /// The filter's coefficient with which a spectrum that was made with `alpha` has its formants at `ratio` times their frequencies.
    static func alpha(moving ratio: Double, from alpha: Float) -> Float {
        guard ratio != 1 else { return alpha }
        // On the warped scale the formant stays where it is; the coefficient is the one that takes it to its new frequency.
        let warped = warp(formant, alpha: Double(alpha))
        var (low, high) = (0.0, 0.8)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            // The more it warps, the higher a frequency comes to lie on the warped scale.
            if warp(formant * ratio, alpha: middle) > warped { high = middle } else { low = middle }
        }
        return Float((low + high) / 2)
    }

    private static func warp(_ frequency: Double, alpha: Double) -> Double {
        frequency + 2 * atan(alpha * sin(frequency) / (1 - alpha * cos(frequency)))
    }
}
