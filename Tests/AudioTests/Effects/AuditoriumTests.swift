import Audio
import Glibc
import Speech
import Testing

@Suite struct AuditoriumTests {
    private let effects = VoiceEffects(auditoriumEcho: true)

    /// What the hall answers to a click: all that comes behind the click itself.
    private func answer(_ sampleRate: Int) -> [Double] {
        let sound = AffectedSound([1] + [Float](repeating: 0, count: sampleRate), effects, sampleRate: sampleRate).samples
        return sound.dropFirst().map(Double.init)
    }

    /// The octave from 500 to 1000 Hz: two resonators, twice.
    private func middleOctave(_ samples: [Double], _ sampleRate: Int) -> [Double] {
        var filtered = samples
        for frequency in [600.0, 850] {
            let (angle, radius) = (2 * .pi * frequency / Double(sampleRate), exp(-.pi * 200 / Double(sampleRate)))
            var (last, secondLast, lastInput, secondLastInput) = (0.0, 0.0, 0.0, 0.0)
            filtered = filtered.map { input in
                let value = input - secondLastInput + 2 * radius * cos(angle) * last - radius * radius * secondLast
                (secondLast, last) = (last, value)
                (secondLastInput, lastInput) = (lastInput, input)
                return value
            }
        }
        return filtered
    }

    /// The time in which the sound falls by 60 dB, by the time from -5 to -35 dB of what is still to come (M. R. Schroeder, "New method of measuring
    /// reverberation time", 1965; ISO 3382).
    private func reverberationTime(_ samples: [Double], _ sampleRate: Int) -> Double {
        var rest = 0.0
        let decay = samples.reversed().map { sample -> Double in
            rest += sample * sample
            return rest
        }.reversed().map { 10 * log10($0 / rest) }
        let (first, last) = (decay.firstIndex { $0 < -5 } ?? 0, decay.firstIndex { $0 < -35 } ?? 0)
        return 2 * Double(last - first) / Double(sampleRate)
    }

    @Test(arguments: [16_000, 22_050, 48_000]) func `it reverberates for 1.8 seconds`(sampleRate: Int) {
        let time = reverberationTime(middleOctave(answer(sampleRate), sampleRate), sampleRate)
        #expect(abs(time - 1.8) < 0.15, "\(time) s")
    }

    @Test func `highs die away sooner`() {
        let answer = answer(16_000)
        // The difference of neighbours is a high-pass.
        let highs = zip(answer, answer.dropFirst()).map { $1 - $0 }
        let time = reverberationTime(zip(highs, highs.dropFirst()).map { $1 - $0 }, 16_000)
        #expect(time < 1.4, "\(time) s")
    }

    /// As many samples lie outside a standard deviation as in noise, 32 % (J. S. Abel and P. Huang, "A simple, robust measure of reverberation echo
    /// density", 2006).
    @Test func `it is dense after a tenth of a second`() {
        let answer = answer(22_050)
        for time in [0.1, 0.2, 0.4, 0.8] {
            let start = Int(time * 22_050)
            let window = answer[start..<start + 882]
            let deviation = (window.reduce(0) { $0 + $1 * $1 } / 882).squareRoot()
            let density = Double(window.count { abs($0) > deviation }) / 882 / 0.3173
            #expect(density > 0.8, "\(density) after \(time) s")
        }
    }

    @Test func `the voice itself comes first and stays clear`() {
        let sound = AffectedSound([1] + [Float](repeating: 0, count: 16_000), effects, sampleRate: 16_000).samples
        #expect(sound[0] == 1)
        #expect(sound[1..<320].allSatisfy { abs($0) < 1e-6 })
        let reverberation = 10 * log10(sound.dropFirst().reduce(0.0) { $0 + Double($1 * $1) })
        #expect((-6...0).contains(reverberation), "\(reverberation) dB")
    }

    @Test func `it rings on until it is 60 dB down`() {
        let sound = AffectedSound(SyntheticVoice(sampleRate: 16_000).vowel(seconds: 1), effects, sampleRate: 16_000)
        #expect(sound.tail == Int(1.82 * 16_000))
        func level(_ samples: some Sequence<Float>) -> Double { 10 * log10(samples.reduce(1e-20) { $0 + Double($1 * $1) }) }
        let first = level(sound.samples[16_320..<17_120])
        let last = level(sound.samples.suffix(800))
        #expect((-75 ... -50).contains(last - first), "\(last - first) dB")
    }
}
