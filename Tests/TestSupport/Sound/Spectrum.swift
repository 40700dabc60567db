import Foundation

/// How the energy of a sound is spread over frequencies, on average over its time (P. D. Welch, "The use of fast Fourier transform for the estimation of power
/// spectra", 1967).
public struct Spectrum: Sendable {
    /// The energy at each multiple of ``resolution``, from 0 Hz.
    public let energies: [Double]
    /// From one to the next, in Hz.
    public let resolution: Double

    /// - Parameters:
    ///   - samples: One channel, longer than a window.
    ///   - size: How many samples a window has: a power of two.
    public init(_ samples: [Float], sampleRate: Int, size: Int = 1024) {
        let window = (0..<size).map { 0.5 - 0.5 * cos(2 * Double.pi * Double($0) / Double(size)) }
        var sums = [Double](repeating: 0, count: size / 2 + 1)
        for start in stride(from: 0, through: max(0, samples.count - size), by: size / 2) {
            var real = (0..<size).map { start + $0 < samples.count ? Double(samples[start + $0]) * window[$0] : 0 }
            var imaginary = [Double](repeating: 0, count: size)
            Self.transform(&real, &imaginary)
            for index in sums.indices { sums[index] += real[index] * real[index] + imaginary[index] * imaginary[index] }
        }
        energies = sums
        resolution = Double(sampleRate) / Double(size)
    }

    /// The energy between two frequencies, in dB of all of it.
    public func level(_ lowest: Double, _ highest: Double) -> Double {
        10 * log10(max(energy(lowest, highest), 1e-30) / max(energies.reduce(0, +), 1e-30))
    }

    /// The energy between two frequencies, in dB of that of another sound there.
    public func gain(over other: Spectrum, _ lowest: Double, _ highest: Double) -> Double {
        10 * log10(max(energy(lowest, highest), 1e-30) / max(other.energy(lowest, highest), 1e-30))
    }

    /// What the frequencies of another sound have to be multiplied by to be like these: from 0.5 to 2, by the shapes from 200 to 5000 Hz.
    public func stretch(of other: Spectrum) -> Double {
        let (mine, theirs) = (shape, other.shape)
        let shifts = -Self.pointsPerOctave...Self.pointsPerOctave
        let best = shifts.min { Self.unlikeness(mine, theirs, shift: $0) < Self.unlikeness(mine, theirs, shift: $1) }
        return pow(2, Double(best ?? 0) / Double(Self.pointsPerOctave))
    }

    private static let pointsPerOctave = 120

    private func energy(_ lowest: Double, _ highest: Double) -> Double {
        energies.indices.filter { (lowest..<highest).contains(Double($0) * resolution) }.reduce(0) { $0 + energies[$1] }
    }

    /// The level at frequencies that are equal steps in pitch apart, smoothed over a fifth of an octave.
    private var shape: [Double] {
        let levels = stride(from: log2(200.0), to: log2(5000), by: 1 / Double(Self.pointsPerOctave)).map { octave -> Double in
            let place = min(pow(2, octave) / resolution, Double(energies.count - 2))
            let (index, part) = (Int(place), place - place.rounded(.down))
            return 10 * log10(energies[index] * (1 - part) + energies[index + 1] * part + 1e-20)
        }
        return levels.indices.map { index in
            let near = levels[max(0, index - 12)...min(levels.count - 1, index + 12)]
            return near.reduce(0, +) / Double(near.count)
        }
    }

    /// How much the difference of two shapes varies, one shifted against the other.
    private static func unlikeness(_ one: [Double], _ other: [Double], shift: Int) -> Double {
        let differences = one.indices.filter { other.indices.contains($0 - shift) }.map { one[$0] - other[$0 - shift] }
        let mean = differences.reduce(0, +) / Double(differences.count)
        return differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(differences.count)
    }

    /// The fast Fourier transform, in place (J. W. Cooley and J. W. Tukey, 1965).
    private static func transform(_ real: inout [Double], _ imaginary: inout [Double]) {
        let count = real.count
        var mirrored = 0
        for index in 1..<count {
            var bit = count >> 1
            while mirrored & bit != 0 {
                mirrored ^= bit
                bit >>= 1
            }
            mirrored |= bit
            if index < mirrored {
                real.swapAt(index, mirrored)
                imaginary.swapAt(index, mirrored)
            }
        }
        var length = 2
        while length <= count {
            let half = length / 2
            for place in 0..<half {
                let angle = -2 * Double.pi * Double(place) / Double(length)
                let (cosine, sine) = (cos(angle), sin(angle))
                var first = place
                while first < count {
                    let second = first + half
                    let turnedReal = real[second] * cosine - imaginary[second] * sine
                    let turnedImaginary = real[second] * sine + imaginary[second] * cosine
                    (real[second], imaginary[second]) = (real[first] - turnedReal, imaginary[first] - turnedImaginary)
                    (real[first], imaginary[first]) = (real[first] + turnedReal, imaginary[first] + turnedImaginary)
                    first += length
                }
            }
            length *= 2
        }
    }
}
