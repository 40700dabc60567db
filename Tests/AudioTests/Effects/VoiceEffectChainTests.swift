import Audio
import Glibc
import Speech
import Testing

@Suite struct VoiceEffectChainTests {
    private let voice = SyntheticVoice(sampleRate: 16_000)

    private func peak(_ samples: some Sequence<Float>) -> Float {
        samples.reduce(0) { max($0, abs($1)) }
    }

    @Test(arguments: AffectedSound.single.map(\.effects) + AffectedSound.combined)
    func `the same comes out however the input is divided, and every time`(effects: VoiceEffects) {
        let input = voice.speech(syllables: 2)
        let whole = AffectedSound(input, effects, sampleRate: 16_000).samples
        #expect(AffectedSound(input, effects, sampleRate: 16_000, partSizes: [1, 255, 4096, 3, 777]).samples == whole)
        #expect(AffectedSound(input, effects, sampleRate: 16_000, partSizes: [256]).samples == whole)
    }

    @Test func `without effects nothing changes`() {
        let input = voice.speech(syllables: 2)
        #expect(AffectedSound(input, .none, sampleRate: 16_000).samples == input)
    }

    @Test func `16-bit samples are affected alike`() {
        let input = voice.speech(syllables: 2).map { Int16($0 * 32_767) }
        let chain = VoiceEffectChain(VoiceEffects(robotic: true), sampleRate: 16_000)
        var output: [Float] = []
        input.withUnsafeBufferPointer { chain.process($0) { output.append(contentsOf: $0) } }
        chain.finish { output.append(contentsOf: $0) }
        #expect(output == AffectedSound(input.map { Float($0) / 32_768 }, VoiceEffects(robotic: true), sampleRate: 16_000).samples)
    }

    @Test(arguments: [0, 1, 255, 256, 257, 3000]) func `as much comes out as went in, and what rings on`(count: Int) {
        for effects in AffectedSound.single.map(\.effects) {
            let sound = AffectedSound(Signal.noise(amplitude: 0.3, count: count), effects, sampleRate: 16_000)
            #expect(sound.samples.count == count + sound.tail)
            #expect((sound.tail > 0) == (effects.spaciousEcho || effects.auditoriumEcho || effects.robotic))
        }
    }

    @Test(arguments: AffectedSound.single.map(\.effects) + AffectedSound.combined)
    func `silence stays silence`(effects: VoiceEffects) {
        let sound = AffectedSound(voice.silence(seconds: 0.5), effects, sampleRate: 16_000)
        #expect(peak(sound.samples) < 1e-12)
    }

    @Test(arguments: AffectedSound.single.map(\.effects) + AffectedSound.combined)
    func `behind the sound it gets silent`(effects: VoiceEffects) {
        let input = voice.speech(syllables: 1)
        let sound = AffectedSound(input + voice.silence(seconds: 0.3), effects, sampleRate: 16_000)
        #expect(peak(sound.samples.suffix(200)) < peak(sound.samples) / 1000)
    }

    @Test(arguments: [4000, 8000, 11_025, 22_050, 24_000, 48_000])
    func `all effects at once stay in bounds at every rate`(sampleRate: Int) {
        let noise = Signal.noise(count: sampleRate / 4) + Signal.sine(50, level: 0, count: sampleRate / 4, sampleRate: sampleRate)
        let square = (0..<sampleRate / 4).map { index -> Float in index % 100 < 50 ? 1 : -1 }
        for effects in AffectedSound.combined {
            let sound = AffectedSound(noise + square, effects, sampleRate: sampleRate)
            #expect(sound.samples.allSatisfy { abs($0) < 30 })
        }
    }

    @Test func `effects come in their order: tone, telephone, echo, hall`() {
        let input = voice.speech(syllables: 2)
        let ordered = [
            VoiceEffects(strongerSofter: -60), VoiceEffects(nasalCrisp: 80), VoiceEffects(lofiTelephone: true), VoiceEffects(spaciousEcho: true),
            VoiceEffects(auditoriumEcho: true),
        ]
        let oneByOne = ordered.reduce(input) { AffectedSound($0, $1, sampleRate: 16_000).samples }
        let together = AffectedSound(
            input,
            VoiceEffects(strongerSofter: -60, nasalCrisp: 80, spaciousEcho: true, lofiTelephone: true, auditoriumEcho: true), sampleRate: 16_000)
        #expect(zip(oneByOne, together.samples).allSatisfy { abs($0 - $1) < 1e-4 })
        let otherWay = ordered.reversed().reduce(input) { AffectedSound($0, $1, sampleRate: 16_000).samples }
        #expect(zip(otherWay, together.samples).contains { abs($0 - $1) > 0.01 })
    }
}
