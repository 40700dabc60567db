import Audio
import Glibc
import Testing

@Suite struct NoiseReducerTests {
    /// What may be heard all the time in a room.
    enum Noise: CaseIterable {
        case hiss
        case hum
    }

    /// Noise that is by a ratio, in dB, softer than a voice.
    private static func noise(_ noise: Noise, under voice: [Float], by decibels: Float, sampleRate: Int) -> [Float] {
        var samples = Signal.noise(amplitude: noise == .hiss ? 1 : 0.2, count: voice.count, seed: 3)
        if noise == .hum {
            for (frequency, amplitude) in [(50, 0.8), (150, 0.7), (250, 0.5), (350, 0.5)] as [(Double, Float)] {
                let sine = Signal.sine(frequency, level: 0, count: voice.count, sampleRate: sampleRate)
                for index in samples.indices { samples[index] += amplitude * sine[index] }
            }
        }
        let gain = (energy(voice) / energy(samples)).squareRoot() * powf(10, -decibels / 20)
        return samples.map { $0 * gain }
    }

    private static func energy(_ samples: some Sequence<Float>) -> Float {
        samples.reduce(0) { $0 + $1 * $1 }
    }

    /// The mean ratio of a voice to what is wrong with it, in dB, over the stretches of 20 ms in which it is not 40 dB under its loudest (J. Hansen and
    /// B. Pellom, "An effective quality evaluation protocol for speech enhancement algorithms", 1998: each between -10 and 35 dB).
    private static func segmentalRatio(_ voice: [Float], _ heard: [Float], sampleRate: Int) -> Float {
        let length = sampleRate / 50
        let stretches = stride(from: 0, to: voice.count - length, by: length).map { $0..<$0 + length }
        let loudest = stretches.map { energy(voice[$0]) }.max() ?? 0
        let ratios = stretches.filter { energy(voice[$0]) > loudest * 1e-4 }.map { stretch in
            let error = energy(zip(voice[stretch], heard[stretch]).map { $0 - $1 })
            return max(-10, min(35, 10 * log10f(energy(voice[stretch]) / max(error, 1e-12))))
        }
        return ratios.reduce(0, +) / Float(ratios.count)
    }

    /// Vowels with silences between: under a hiss, a voice's own hisses are noise like it.
    private static func vowels(sampleRate: Int) -> [Float] {
        let voice = SyntheticVoice(sampleRate: sampleRate)
        return (0..<12).flatMap { voice.vowel(seconds: 0.25, from: Double($0) * 0.4) + voice.silence(seconds: 0.15) }
    }

    @Test(arguments: Noise.allCases, [16_000, 24_000]) func `a voice in noise comes out clearer by 6 dB`(noise: Noise, sampleRate: Int) {
        let voice = noise == .hiss ? Self.vowels(sampleRate: sampleRate) : SyntheticVoice(sampleRate: sampleRate).speech(syllables: 12)
        let noisy = zip(voice, Self.noise(noise, under: voice, by: 10, sampleRate: sampleRate)).map { $0 + $1 }
        let reduced = NoiseReducer.reduce(noisy, sampleRate: sampleRate)
        #expect(reduced.count == voice.count)
        let (before, after) = (Self.segmentalRatio(voice, noisy, sampleRate: sampleRate), Self.segmentalRatio(voice, reduced, sampleRate: sampleRate))
        #expect(after - before >= 6, "from \(before) to \(after) dB")
    }

    @Test(arguments: [16_000, 24_000]) func `a voice without noise stays as it is`(sampleRate: Int) {
        let voice = SyntheticVoice(sampleRate: sampleRate).speech(syllables: 12)
        let ratio = Self.segmentalRatio(voice, NoiseReducer.reduce(voice, sampleRate: sampleRate), sampleRate: sampleRate)
        #expect(ratio > 20, "\(ratio) dB")
    }

    @Test func `noise alone becomes soft noise`() {
        let noise = Signal.noise(amplitude: 0.1, count: 48_000)
        let ratio = Signal.level(NoiseReducer.reduce(noise, sampleRate: 16_000)) / Signal.level(noise)
        #expect(ratio < 0.2 && ratio > 0.05)
    }

    @Test(arguments: [0, 1, 511, 512, 513, 1000]) func `as much comes out as went in`(count: Int) {
        let reduced = NoiseReducer.reduce(Signal.noise(count: count), sampleRate: 16_000)
        #expect(reduced.count == count && reduced.allSatisfy(\.isFinite))
    }

    @Test func `silence stays silence`() {
        #expect(NoiseReducer.reduce([Float](repeating: 0, count: 16_000), sampleRate: 16_000).allSatisfy { $0 == 0 })
    }
}
