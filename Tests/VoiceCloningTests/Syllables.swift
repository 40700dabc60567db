import Foundation

/// Something like speech: hisses and vowels of one voice, with silences between.
struct Syllables {
    var pitch: Double
    var formants = [650.0, 1250, 2500]
    var gain: Float = 1

    private static let rate = 16_000.0

    /// Samples at 16 kHz, full scale at 1.
    func samples(seconds: Double) -> [Float] {
        var samples: [Float] = []
        var index = 0
        while Double(samples.count) < seconds * Self.rate {
            let level: Float = [0.5, 0.3, 0.15][index % 3]
            samples += Self.noise(count: 1200, gain: 0.05 * level, seed: UInt64(index + 1))
            samples += vowel(count: 3600, level: level) + [Float](repeating: 0, count: 1600)
            index += 1
        }
        return samples.prefix(Int(seconds * Self.rate)).map { max(-1, min(1, $0 * gain)) }
    }

    /// Noise that is the same for one seed.
    static func noise(count: Int, gain: Float, seed: UInt64 = 1) -> [Float] {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        return (0..<count).map { _ in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return gain * Float(Double(Int64(bitPattern: state)) / 0x1p63)
        }
    }

    /// Pulses through resonators, that swell and fade.
    private func vowel(count: Int, level: Float) -> [Float] {
        var samples = [Double](repeating: 0, count: count)
        var phase = 0.0
        for index in samples.indices {
            phase += pitch / Self.rate
            if phase >= 1 {
                phase -= 1
                samples[index] = 1
            }
        }
        for formant in formants {
            let radius = exp(-Double.pi * 80 / Self.rate)
            let turn = 2 * radius * cos(2 * Double.pi * formant / Self.rate)
            var (last, secondLast) = (0.0, 0.0)
            for index in samples.indices {
                let value = samples[index] + turn * last - radius * radius * secondLast
                (secondLast, last) = (last, value)
                samples[index] = value
            }
        }
        let highest = samples.reduce(1e-9) { max($0, abs($1)) }
        return samples.indices.map { index in
            level * Float(samples[index] / highest * sin(Double.pi * Double(index) / Double(count)))
        }
    }
}
