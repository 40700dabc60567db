import Audio
import Speech
import TestSupport
import Testing

@Suite struct RoboticTests {
    private func pitch(_ voice: SyntheticVoice, _ effects: VoiceEffects) -> PitchTrack {
        PitchTrack(AffectedSound(voice.vowel(seconds: 2.5), effects, sampleRate: 8000).samples, sampleRate: 8000)
    }

    @Test(arguments: [80.0, 110, 200, 320]) func `every voice keeps to one pitch`(frequency: Double) {
        let voice = SyntheticVoice(sampleRate: 8000, pitch: { frequency * (1 + 0.2 * ($0 * 2).truncatingRemainder(dividingBy: 1)) })
        let before = pitch(voice, .none)
        let after = pitch(voice, VoiceEffects(robotic: true))
        #expect(before.spread > 2)
        #expect(after.spread < 0.1)
        #expect(abs(after.median / 120 - 1) < 0.02)
    }

    @Test func `a deep robot has a deeper pitch, and as flat a one`() {
        let deep = pitch(SyntheticVoice(sampleRate: 8000), VoiceEffects(deepenLighten: -100, robotic: true))
        #expect(abs(deep.median / 120 * 1.26 - 1) < 0.02)
        #expect(deep.spread < 0.1)
    }

    @Test func `formants stay`() {
        let vowel = SyntheticVoice(sampleRate: 8000, formants: [600, 1400, 2300]).vowel(seconds: 2)
        let robot = AffectedSound(vowel, VoiceEffects(robotic: true), sampleRate: 8000).samples
        let (before, after) = (
            Formants.frequencies(of: vowel, sampleRate: 8000, count: 3), Formants.frequencies(of: robot, sampleRate: 8000, count: 3)
        )
        #expect(zip(before, after).allSatisfy { abs($1 / $0 - 1) < 0.1 }, "\(before) became \(after)")
    }

    @Test func `a hiss gets the pitch, too`() {
        let voice = SyntheticVoice(sampleRate: 8000)
        let robot = AffectedSound(voice.hiss(seconds: 2), VoiceEffects(robotic: true), sampleRate: 8000).samples
        let spectrum = Spectrum(robot, sampleRate: 8000, size: 4096)
        let period = (8000.0 / 120).rounded()
        let ratios = (5...20).map { number -> Double in
            let overtone = 8000 / period * Double(number)
            return spectrum.level(overtone - 15, overtone + 15) - spectrum.level(overtone + 45, overtone + 75)
        }
        #expect(ratios.allSatisfy { $0 > 4 }, "\(ratios)")
    }
}
