import Glibc

/// Something like speech whose pitch and formants are known: vowels of pulses through resonators (G. Fant, "Acoustic theory of speech production",
/// 1960), hisses, and silences.
struct SyntheticVoice {
    let sampleRate: Int
    /// The formants of the vowel, in Hz.
    var formants = [700.0, 1220, 2600]
    /// The pitch, in Hz, by the time in seconds.
    var pitch: (Double) -> Double = { 120 * (1 + 0.15 * sin(2 * .pi * 0.7 * $0)) }

    /// A vowel.
    func vowel(seconds: Double, from time: Double = 0) -> [Float] {
        var samples = [Double](repeating: 0, count: Int(seconds * Double(sampleRate)))
        var phase = 0.0
        for index in samples.indices {
            phase += pitch(time + Double(index) / Double(sampleRate)) / Double(sampleRate)
            if phase >= 1 {
                phase -= 1
                samples[index] = 1
            }
        }
        for formant in formants { resonate(&samples, at: formant, width: 60 + formant / 20) }
        // The glottis: highs fall by 12 dB an octave.
        for _ in 0..<2 {
            var last = 0.0
            for index in samples.indices {
                last += 0.25 * (samples[index] - last)
                samples[index] = last
            }
        }
        return scaled(samples, to: 0.5)
    }

    /// A hiss.
    func hiss(seconds: Double, seed: UInt64 = 7) -> [Float] {
        Signal.noise(amplitude: 0.1, count: Int(seconds * Double(sampleRate)), seed: seed)
    }

    /// Silence.
    func silence(seconds: Double) -> [Float] {
        [Float](repeating: 0, count: Int(seconds * Double(sampleRate)))
    }

    /// Syllables of a hiss and a vowel, loud and soft in turns, with silences between.
    func speech(syllables: Int) -> [Float] {
        (0..<syllables).flatMap { index -> [Float] in
            let level: Float = [1, 0.5, 0.25][index % 3]
            let sounds = hiss(seconds: 0.08, seed: UInt64(index + 1)) + vowel(seconds: 0.25, from: Double(index) * 0.4)
            return sounds.map { $0 * level } + silence(seconds: 0.07)
        }
    }

    private func resonate(_ samples: inout [Double], at frequency: Double, width: Double) {
        let radius = exp(-Double.pi * width / Double(sampleRate))
        let turn = 2 * radius * cos(2 * Double.pi * frequency / Double(sampleRate))
        var (last, secondLast) = (0.0, 0.0)
        for index in samples.indices {
            let value = samples[index] + turn * last - radius * radius * secondLast
            (secondLast, last) = (last, value)
            samples[index] = value
        }
    }

    private func scaled(_ samples: [Double], to peak: Double) -> [Float] {
        let highest = samples.reduce(1e-9) { max($0, abs($1)) }
        return samples.map { Float($0 / highest * peak) }
    }
}
