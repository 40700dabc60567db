import Audio
import Glibc
import Speech
import TestSupport
import Testing

@Suite struct ToneTests {
    private let voice = SyntheticVoice(sampleRate: 16_000)

    /// What an effect does to noise between two frequencies, in dB, against what it does to all of it.
    private func gain(_ effects: VoiceEffects, _ lowest: Double, _ highest: Double) -> Double {
        let noise = Signal.noise(amplitude: 0.3, count: 32_000)
        let before = Spectrum(noise, sampleRate: 16_000)
        return Spectrum(AffectedSound(noise, effects, sampleRate: 16_000).samples, sampleRate: 16_000).gain(over: before, lowest, highest)
    }

    /// How much the highs of speech, above 1500 Hz, are over its lows, in dB.
    private func tilt(_ strength: Double) -> Double {
        let speech = voice.speech(syllables: 6)
        let spectrum = Spectrum(
            AffectedSound(speech, VoiceEffects(strongerSofter: strength), sampleRate: 16_000).samples, sampleRate: 16_000)
        return spectrum.level(1500, 5000) - spectrum.level(50, 1000)
    }

    @Test func `a stronger voice is brighter and a softer one darker, by degrees`() {
        let tilts = [-100.0, -50, 0, 50, 100].map(tilt)
        #expect(zip(tilts, tilts.dropFirst()).allSatisfy { $0 > $1 + 2 }, "\(tilts)")
        #expect(tilts[0] > tilts[2] + 5 && tilts[4] < tilts[2] - 5)
    }

    @Test func `a stronger voice is more even, whatever the level of its engine`() {
        let syllables = voice.speech(syllables: 9)
        let levels = [0.02, 0.2, 1].map { level in
            let strong = AffectedSound(syllables.map { $0 * Float(level) }, VoiceEffects(strongerSofter: -100), sampleRate: 16_000).samples
            return difference(strong)
        }
        // Loud and soft syllables are 12 dB apart.
        #expect(abs(difference(syllables) - 12) < 1)
        #expect(levels.allSatisfy { $0 < 8 }, "\(levels)")
        #expect(levels.allSatisfy { abs($0 - levels[0]) < 0.1 }, "\(levels)")
    }

    /// How much louder the vowel of every third syllable is than the one before it, in dB.
    private func difference(_ samples: [Float]) -> Double {
        func level(_ syllable: Int) -> Double {
            let start = syllable * 6400 + 2400
            return samples[start..<start + 2400].reduce(0.0) { $0 + Double($1 * $1) }
        }
        return 10 * log10(level(6) / level(5))
    }

    @Test func `noise behind a strong voice is not raised`() {
        let noise = Signal.noise(amplitude: 0.0005, count: 32_000)
        let speech = voice.speech(syllables: 5)
        let strong = AffectedSound(speech + noise, VoiceEffects(strongerSofter: -100), sampleRate: 16_000).samples
        let flat = AffectedSound(noise, VoiceEffects(strongerSofter: -100), sampleRate: 16_000).samples
        // Against the same colour without a voice before it.
        #expect(20 * log10(Signal.level(Array(strong.suffix(16_000))) / Signal.level(Array(flat.suffix(16_000)))) < 3)
    }

    @Test func `a crisp voice has more from 4 to 8 kHz, by degrees`() {
        #expect(gain(VoiceEffects(nasalCrisp: 100), 4000, 8000) > 7)
        #expect((3..<5.5).contains(gain(VoiceEffects(nasalCrisp: 50), 4000, 8000)))
        #expect(gain(VoiceEffects(nasalCrisp: 100), 200, 600) < -2)
        #expect(abs(gain(VoiceEffects(nasalCrisp: 100), 1000, 1500)) < 1)
    }

    @Test func `a nasal voice resounds at 250 Hz and 1 kHz, not between, and is dull`() {
        let nasal = VoiceEffects(nasalCrisp: -100)
        #expect(gain(nasal, 900, 1100) > 4)
        #expect(gain(nasal, 450, 650) < -5)
        #expect(gain(nasal, 200, 280) > 0)
        #expect(gain(nasal, 4000, 8000) < -9)
        #expect((-7 ..< -4).contains(gain(VoiceEffects(nasalCrisp: -50), 4000, 8000)))
    }
}
