import Foundation
import Speech
import Testing

@testable import Audio

@Suite("Measuring a speaker")
struct SpeakerAnalyserTests {
    @Test("pitch and formants of a synthetic voice are found", arguments: [95.0, 140, 230], [16_000, 22_050])
    func pitchAndFormants(pitch: Double, sampleRate: Int) {
        var voice = SyntheticVoice(sampleRate: sampleRate)
        voice.formants = [650, 1450, 2550]
        voice.pitch = { _ in pitch }
        let measures = SpeakerAnalyser.measure(voice.speech(syllables: 15), sampleRate: sampleRate)
        #expect(abs(measures.pitch / pitch - 1) < 0.01)
        #expect(measures.pitchSpread < 0.3)
        #expect(measures.formants.count == 3)
        for (found, formant) in zip(measures.formants, voice.formants) { #expect(abs(found / formant - 1) < 0.12, "\(measures.formants)") }
        #expect(measures.tilt < 0)
    }

    @Test("a livelier melody has a wider spread")
    func spread() {
        var voice = SyntheticVoice(sampleRate: 16_000)
        voice.pitch = { 150 * exp2(sin(2 * .pi * 0.31 * $0) * 4 / 12) }
        let measures = SpeakerAnalyser.measure(voice.speech(syllables: 20), sampleRate: 16_000)
        // A sine of 4 semitones has quartiles that are 4 √2 apart.
        #expect(abs(measures.pitchSpread - 4 * 2.0.squareRoot() / 1.349) < 1)
    }

    @Test("syllables are counted")
    func pace() {
        let measures = SpeakerAnalyser.measure(SyntheticVoice(sampleRate: 16_000).speech(syllables: 24), sampleRate: 16_000)
        #expect(abs(measures.pace * measures.seconds - 24) <= 4)
    }

    @Test("breath between the harmonics is heard")
    func breath() {
        let clean = SyntheticVoice(sampleRate: 16_000).vowel(seconds: 4)
        let noise = Signal.noise(amplitude: 0.03, count: clean.count, seed: 9)
        let plain = SpeakerAnalyser.measure(clean, sampleRate: 16_000)
        let breathy = SpeakerAnalyser.measure(zip(clean, noise).map { $0 + $1 }, sampleRate: 16_000)
        #expect(breathy.harmonicity < plain.harmonicity - 2)
    }

    @Test("silence has no speaker")
    func silence() {
        let measures = SpeakerAnalyser.measure([Float](repeating: 0, count: 32_000), sampleRate: 16_000)
        #expect(measures.seconds == 0 && measures.pitch == 0)
        #expect(SpeakerAnalyser.measure([], sampleRate: 16_000).seconds == 0)
    }
}
