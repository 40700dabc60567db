import Glibc

/// Estimates how high a signal goes between its samples, which is what another sample rate or a codec brings to light: four times as many points, by
/// a windowed sinc (after Recommendation ITU-R BS.1770-4, annex 2, with 16 taps for its 12).
struct TruePeakMeter {
    /// The samples on each side of a point that it is worked out from.
    static let reach = 8

    /// For a quarter, a half and three quarters of the way from one sample to the next, the weights of those before and those behind.
    private static let phases: [[Float]] = [0.25, 0.5, 0.75].map { place in
        let weights = (0..<2 * reach).map { index -> Double in
            let distance = place + Double(reach - 1 - index)
            let window = 0.5 + 0.5 * cos(.pi * distance / Double(reach))
            return sin(.pi * distance) / (.pi * distance) * window
        }
        let sum = weights.reduce(0, +)
        return weights.map { Float($0 / sum) }
    }

    private let phases = Self.phases

    /// The largest magnitude between the samples of `signal`, but for the first and last ``reach``.
    func peak(of signal: UnsafeBufferPointer<Float>) -> Float {
        guard let samples = signal.baseAddress else { return 0 }
        return phases.reduce(0) { peak, weights in
            weights.withUnsafeBufferPointer { weights in
                guard let first = weights.baseAddress else { return peak }
                var peak = peak
                for start in stride(from: 0, through: signal.count - weights.count, by: 1) {
                    peak = max(peak, abs(first.dotProduct(samples + start, weights.count)))
                }
                return peak
            }
        }
    }
}
