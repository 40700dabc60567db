import Glibc

/// The formants of a moment: the peaks of the all-pole spectrum that predicts it best (J. Makhoul, "Linear prediction: a tutorial review", 1975).
struct FormantFinder {
    private let sampleRate: Double
    private let order: Int

    /// Where formants are looked for, in Hz, and in what steps.
    private static let (lowest, highest, step) = (200.0, 3700.0, 10.0)

    /// - Parameter sampleRate: samples a second, about 8000.
    init(sampleRate: Double) {
        self.sampleRate = sampleRate
        order = Int(sampleRate / 1000) + 2
    }

    /// The three lowest formants in Hz, ascending; nil where fewer are heard.
    func formants(of samples: ArraySlice<Float>) -> [Double]? {
        guard samples.count > 4 * order else { return nil }
        let values = Array(samples)
        // Level from low to high, and smooth at the ends.
        let emphasised = (1..<values.count).map { index -> Double in
            let window = HannWindow.value(at: Double(index), of: values.count)
            return window * Double(values[index] - 0.95 * values[index - 1])
        }
        let correlation = (0...order).map { lag in
            (lag..<emphasised.count).reduce(0.0) { $0 + emphasised[$1] * emphasised[$1 - lag] }
        }
        guard correlation[0] > 0 else { return nil }
        let predictor = Self.predictor(correlation)
        let frequencies = Array(stride(from: Self.lowest, to: Self.highest, by: Self.step))
        let powers = frequencies.map { power(of: predictor, at: 2 * Double.pi * $0 / sampleRate) }
        let peaks = (1..<powers.count - 1).filter { powers[$0] < powers[$0 - 1] && powers[$0] <= powers[$0 + 1] }
        return peaks.count >= 3 ? peaks.prefix(3).map { frequencies[$0] } : nil
    }

    /// N. Levinson's and J. Durbin's recursion.
    private static func predictor(_ correlation: [Double]) -> [Double] {
        var weights = [1.0]
        var error = correlation[0] * (1 + 1e-6)
        for order in 1..<correlation.count {
            let sum = weights.indices.reduce(0.0) { $0 + weights[$1] * correlation[order - $1] }
            let reflection = -sum / error
            let padded = weights + [0]
            weights = padded.indices.map { padded[$0] + reflection * padded[order - $0] }
            error = max(error * (1 - reflection * reflection), 1e-300)
        }
        return weights
    }

    /// The power of the predictor's error at an angle: where it is least, the voice has a peak.
    private func power(of weights: [Double], at angle: Double) -> Double {
        var (real, imaginary) = (0.0, 0.0)
        for (index, weight) in weights.enumerated() {
            real += weight * cos(angle * Double(index))
            imaginary += weight * sin(angle * Double(index))
        }
        return real * real + imaginary * imaginary
    }
}
