import Audio
import Glibc
import Speech
import TestSupport
import Testing

@Suite struct TelephoneTests {
    private func heard(_ samples: [Float], at sampleRate: Int = 16_000) -> [Float] {
        AffectedSound(samples, VoiceEffects(lofiTelephone: true), sampleRate: sampleRate).samples
    }

    @Test(arguments: [16_000, 22_050, 24_000]) func `it carries 300 to 3400 Hz`(sampleRate: Int) {
        let noise = Signal.noise(amplitude: 0.3, count: 2 * sampleRate)
        let before = Spectrum(noise, sampleRate: sampleRate)
        let after = Spectrum(heard(noise, at: sampleRate), sampleRate: sampleRate)
        let inside = [(400.0, 700.0), (700, 1500), (1500, 2500), (2500, 3200)].map { after.gain(over: before, $0, $1) }
        #expect(inside.allSatisfy { (-6...1).contains($0) }, "\(inside)")
        // What bends low tones makes a little of the sums of others.
        #expect(after.gain(over: before, 0, 120) < -20)
        #expect(after.gain(over: before, 4500, 5500) < -15)
        #expect(after.gain(over: before, 6000, 8000) < -35)
    }

    @Test func `it overdrives mildly`() {
        let tone = heard(Signal.sine(700, level: -6, count: 32_000, sampleRate: 16_000))
        let spectrum = Spectrum(Array(tone[8000..<24_000]), sampleRate: 16_000, size: 4096)
        let overtone = spectrum.level(2050, 2150)
        #expect((-30 ... -15).contains(overtone), "the third is at \(overtone) dB")
        #expect(spectrum.level(1350, 1450) < -60)
    }

    @Test func `the level of the engine does not matter`() {
        let speech = SyntheticVoice(sampleRate: 16_000).speech(syllables: 3)
        let loud = heard(speech)
        let soft = heard(speech.map { $0 / 16 })
        #expect(zip(loud, soft).allSatisfy { abs($0 - 16 * $1) < 1e-3 })
    }
}
