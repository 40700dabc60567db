import Glibc

/// The noise that goes on through a recording.
///
/// Each frequency is without speech at some time, so that the softest moments tell of the noise (V. Stahl and others, "Quantile based noise estimation for
/// spectral subtraction and Wiener filtering", 2000). From there on each moment counts by how probable it is that nobody speaks in it (T. Gerkmann and
/// R. Hendriks, "Unbiased MMSE-based noise power estimation with low complexity and low tracking delay", 2012).
struct SteadyNoise {
    /// Its power in each bin of a ``ShortTimeSpectrum``; above 0.
    let powers: [Float]

    /// The part of the moments that is taken to be without speech.
    private static let quantile: Float = 0.05
    /// How far speech is over noise where it is, as a ratio of powers: 15 dB.
    private static let speech: Float = 31.6
    /// How often the moments are weighed.
    private static let rounds = 3
    /// The mean square of a window in which nothing was recorded at all: -100 dB of full scale.
    private static let nothing: Float = 1e-10

    /// Measures the noise in a recording.
    ///
    /// - Parameter samples: At least as many as a window has.
    init(in samples: UnsafeBufferPointer<Float>, spectrum: ShortTimeSpectrum) {
        let starts = stride(from: 0, through: samples.count - spectrum.size, by: spectrum.hop)
        let least = Self.nothing * Float(spectrum.size) * Float(spectrum.size)
        var moments: [Float] = []
        moments.reserveCapacity((samples.count / spectrum.hop + 1) * spectrum.binCount)
        for start in starts {
            spectrum.look(at: samples.baseAddress! + start)
            let powers = (0..<spectrum.binCount).map(spectrum.power)
            if powers.reduce(0, +) > least { moments += powers }
        }
        let count = moments.count / spectrum.binCount
        var column = [Float](repeating: 0, count: count)
        powers = (0..<spectrum.binCount).map { bin in
            for index in 0..<count { column[index] = moments[index * spectrum.binCount + bin] }
            return Self.noise(in: &column)
        }
    }

    /// The power of the noise among the powers at many moments.
    private static func noise(in powers: inout [Float]) -> Float {
        guard !powers.isEmpty else { return .leastNormalMagnitude }
        powers.sort()
        // The powers of noise are spread exponentially.
        var noise = max(powers[Int(quantile * Float(powers.count))] / -log1pf(-quantile), 1e-20)
        for _ in 0..<rounds {
            var (sum, weights): (Float, Float) = (0, 1e-9)
            for power in powers {
                let silence = 1 - 1 / (1 + (1 + speech) * expf(-power / noise * speech / (1 + speech)))
                sum += silence * power
                weights += silence
            }
            noise = max(sum / weights, 1e-20)
        }
        return noise
    }
}
