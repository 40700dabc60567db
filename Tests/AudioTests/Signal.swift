import Glibc

/// Test signals.
enum Signal {
    /// A sine.
    static func sine(_ frequency: Double = 997, level: Double = -6, count: Int, sampleRate: Int) -> [Float] {
        let amplitude = pow(10, level / 20)
        return (0..<count).map { Float(amplitude * sin(2 * .pi * frequency * Double($0) / Double(sampleRate))) }
    }

    /// Noise from a fixed seed, evenly spread between two magnitudes.
    static func noise(amplitude: Float = 1, count: Int, seed: UInt64 = 1) -> [Float] {
        var generator = Generator(seed: seed)
        return (0..<count).map { _ in Float.random(in: -amplitude...amplitude, using: &generator) }
    }

    /// The root of the mean square, of the middle half.
    static func level(_ samples: [Float]) -> Double {
        let middle = samples[samples.count / 4..<samples.count * 3 / 4]
        return (middle.reduce(0) { $0 + Double($1) * Double($1) } / Double(middle.count)).squareRoot()
    }
}
