import Glibc

/// The formants of a vowel: the peaks of the all-pole spectrum that predicts it best (J. Makhoul, "Linear prediction: a tutorial review", 1975).
enum Formants {
    /// The lowest formants of `samples` in Hz, in ascending order.
    static func frequencies(of samples: [Float], sampleRate: Int, count: Int) -> [Double] {
        let order = sampleRate / 1000 + 2
        // Level from low to high, and smooth at the ends.
        let emphasised = (1..<samples.count).map { index -> Double in
            let window = 0.5 - 0.5 * cos(2 * Double.pi * Double(index) / Double(samples.count))
            return window * Double(samples[index] - 0.95 * samples[index - 1])
        }
        let correlation = (0...order).map { lag in
            (lag..<emphasised.count).reduce(0.0) { $0 + emphasised[$1] * emphasised[$1 - lag] }
        }
        let predictor = predictor(correlation)
        let levels = (0..<sampleRate / 20).map { step -> Double in
            let angle = 2 * Double.pi * Double(step) * 10 / Double(sampleRate)
            return -log(power(of: predictor, at: angle))
        }
        let peaks = (10..<levels.count - 1).filter { levels[$0] > levels[$0 - 1] && levels[$0] >= levels[$0 + 1] }
        return peaks.prefix(count).map { Double($0) * 10 }
    }

    /// Levinson's and Durbin's recursion.
    private static func predictor(_ correlation: [Double]) -> [Double] {
        var weights = [1.0]
        var error = correlation[0]
        for order in 1..<correlation.count {
            let sum = weights.indices.reduce(0.0) { $0 + weights[$1] * correlation[order - $1] }
            let reflection = -sum / error
            let padded = weights + [0]
            weights = padded.indices.map { padded[$0] + reflection * padded[order - $0] }
            error *= 1 - reflection * reflection
        }
        return weights
    }

    private static func power(of weights: [Double], at angle: Double) -> Double {
        let real = weights.indices.reduce(0.0) { $0 + weights[$1] * cos(angle * Double($1)) }
        let imaginary = weights.indices.reduce(0.0) { $0 + weights[$1] * sin(angle * Double($1)) }
        return real * real + imaginary * imaginary
    }
}
