import Audio
import Glibc
import Speech
import TestSupport
import Testing

@Suite struct DeepenLightenTests {
    private let voice = SyntheticVoice(sampleRate: 8000)

    private func affected(_ samples: [Float], _ strength: Double) -> [Float] {
        AffectedSound(samples, VoiceEffects(deepenLighten: strength), sampleRate: 8000).samples
    }

    /// How many times as high it gets: four semitones at most.
    private func ratio(_ strength: Double) -> Double {
        pow(2, strength / 300)
    }

    @Test(arguments: [-100.0, -50, 50, 100]) func `pitch moves by up to four semitones, and keeps its course`(strength: Double) {
        let vowel = voice.vowel(seconds: 2)
        let before = PitchTrack(vowel, sampleRate: 8000)
        let after = PitchTrack(affected(vowel, strength), sampleRate: 8000)
        #expect(abs(after.median / before.median / ratio(strength) - 1) < 0.015)
        #expect(abs(after.spread - before.spread) < 0.3)
        #expect(after.frequencies.count > before.frequencies.count * 9 / 10)
    }

    @Test(arguments: [-100.0, -50, 50, 100], [100.0, 190])
    func `formants move as the pitch does`(strength: Double, pitch: Double) {
        // So steady a pitch has no overtone at every formant: it is moved a little.
        let voice = SyntheticVoice(sampleRate: 8000, formants: [600, 1400, 2300], pitch: { pitch * (1 + 0.2 * sin(9 * $0)) })
        let vowel = voice.vowel(seconds: 2)
        let before = Formants.frequencies(of: vowel, sampleRate: 8000, count: 3)
        let after = Formants.frequencies(of: affected(vowel, strength), sampleRate: 8000, count: 3)
        #expect(before.count == 3 && after.count == 3)
        for (old, new) in zip(before, after) {
            #expect(abs(new / old / ratio(strength) - 1) < 0.06, "\(before) became \(after)")
        }
    }

    @Test(arguments: [-100.0, 100]) func `every sound stays at its place`(strength: Double) throws {
        let (gap, hiss, vowel) = (voice.silence(seconds: 0.15), voice.hiss(seconds: 0.1), voice.vowel(seconds: 0.2))
        let input = gap + hiss + gap + vowel + gap + vowel + hiss + gap
        let output = affected(input, strength)
        #expect(output.count == input.count)
        // The beginnings and ends of sounds behind and before silence, in milliseconds.
        let (before, after) = (borders(input), borders(output))
        #expect(before.count == 6 && after.count == 6, "\(before) became \(after)")
        #expect(zip(before, after).allSatisfy { abs($0 - $1) <= 10 }, "\(before) became \(after)")
    }

    private func borders(_ samples: [Float]) -> [Int] {
        let levels = stride(from: 0, to: samples.count - 24, by: 8).map { start in
            samples[start..<start + 24].reduce(0) { max($0, abs($1)) }
        }
        return levels.indices.dropFirst().filter { (levels[$0] > 0.01) != (levels[$0 - 1] > 0.01) }.reduce(into: [Int]()) { borders, time in
            // What dies away may cross the line more than once.
            if let last = borders.last, time - last < 40 { borders[borders.count - 1] = last } else { borders.append(time) }
        }
    }

    @Test(arguments: [-100.0, 100]) func `a hiss keeps its level and gets no pitch`(strength: Double) {
        let hiss = voice.hiss(seconds: 2)
        let output = affected(hiss, strength)
        #expect(abs(20 * log10(Signal.level(output) / Signal.level(hiss))) < 2)
        #expect(PitchTrack(output, sampleRate: 8000).frequencies.isEmpty)
    }

    @Test func `a voice keeps its level`() {
        let vowel = voice.vowel(seconds: 1)
        for strength in [-100.0, 100] {
            #expect(abs(20 * log10(Signal.level(affected(vowel, strength)) / Signal.level(vowel))) < 1.5)
        }
    }

    @Test func `a voice stays clear`() {
        // Between its overtones there is nothing, as it was.
        let steady = SyntheticVoice(sampleRate: 8000, pitch: { _ in 125 })
        let output = affected(steady.vowel(seconds: 2), -100)
        let spectrum = Spectrum(Array(output[2000..<14_000]), sampleRate: 8000, size: 4096)
        let pitch = 125 * ratio(-100)
        let harmonics = (1...20).map { spectrum.level(pitch * Double($0) - 12, pitch * Double($0) + 12) }
        let between = (1...20).map { spectrum.level(pitch * (Double($0) + 0.5) - 12, pitch * (Double($0) + 0.5) + 12) }
        #expect(zip(harmonics, between).allSatisfy { $0 > $1 + 20 }, "\(harmonics) over \(between)")
    }
}
