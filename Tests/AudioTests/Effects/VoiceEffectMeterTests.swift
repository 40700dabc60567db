import Audio
import Speech
import Testing

@Suite struct VoiceEffectMeterTests {
    private let speech = SyntheticVoice(sampleRate: 16_000).speech(syllables: 4).map { Int16($0 * 32_767) }

    private func measured(_ effects: VoiceEffects?) -> Loudness {
        var meter = VoiceEffectMeter(effects: effects, sampleRate: 16_000)
        for start in stride(from: 0, to: speech.count, by: 3000) {
            speech[start..<min(start + 3000, speech.count)].withUnsafeBufferPointer { meter.measure($0) }
        }
        return meter.finish()
    }

    /// Whether two measurements are the same, but for what sums differ by that were taken in other parts.
    private func isSame(_ one: Loudness, _ other: Loudness) -> Bool {
        one.peaks == other.peaks && zip(one.blocks, other.blocks).allSatisfy { abs($0 - $1) < 1e-12 }
    }

    @Test func `without effects it measures what there is`() {
        var meter = LoudnessMeter(sampleRate: 16_000)
        meter.measure(speech)
        let loudness = meter.finish()
        #expect(isSame(measured(nil), loudness))
        #expect(isSame(measured(VoiceEffects.none), loudness))
    }

    @Test(arguments: [VoiceEffects(deepenLighten: 50), VoiceEffects(lofiTelephone: true, auditoriumEcho: true)])
    func `it measures what comes out, but not what rings on`(effects: VoiceEffects) {
        let affected = AffectedSound(speech.map { Float($0) / 32_768 }, effects, sampleRate: 16_000)
        var meter = LoudnessMeter(sampleRate: 16_000)
        meter.measure(Array(affected.samples.dropLast(affected.tail)))
        #expect(isSame(measured(effects), meter.finish()))
    }

    @Test(arguments: AffectedSound.single.map(\.effects) + AffectedSound.combined)
    func `affected speech is finished as loud as any other, and does not clip`(effects: VoiceEffects) throws {
        let file = EncodedFile()
        let encoding = AudioEncoding(format: .wav, sampleRate: 16_000, bitRate: nil)
        let finisher = try Finisher(
            encoding: encoding, inputSampleRate: 16_000, effects: effects, gain: Finisher.gain(for: measured(effects)), sink: file.write)
        try finisher.write(speech)
        try finisher.finish()
        let samples = try file.decoded(at: 16_000)
        #expect(samples.count == speech.count + VoiceEffectChain(effects, sampleRate: 16_000).tail)
        #expect(samples.allSatisfy { abs($0) <= Limiter.defaultCeiling + 1e-4 })
        var meter = LoudnessMeter(sampleRate: 16_000)
        meter.measure(samples)
        let loudness = try #require(meter.finish().integrated)
        #expect(abs(loudness - Finisher.defaultLoudness) < 1, "\(loudness) LUFS")
    }
}
