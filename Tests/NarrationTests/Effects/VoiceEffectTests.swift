import Audio
import EnginePool
import Foundation
import Narration
import Speech
import TestSupport
import Testing

/// The effects on the voices of the engines, from the request to the file.
@Suite struct VoiceEffectTests {
    private static let voices = ["slt", "en-us"]
    private static let effects = [
        VoiceEffects(deepenLighten: -100), VoiceEffects(deepenLighten: 100), VoiceEffects(strongerSofter: -100), VoiceEffects(strongerSofter: 100),
        VoiceEffects(nasalCrisp: -100), VoiceEffects(nasalCrisp: 100), VoiceEffects(robotic: true), VoiceEffects(lofiTelephone: true),
        VoiceEffects(spaciousEcho: true), VoiceEffects(auditoriumEcho: true),
        VoiceEffects(
            deepenLighten: -100, strongerSofter: -100, nasalCrisp: 100, spaciousEcho: true, lofiTelephone: true, robotic: true, auditoriumEcho: true),
        VoiceEffects(
            deepenLighten: 100, strongerSofter: 100, nasalCrisp: -100, spaciousEcho: true, lofiTelephone: true, robotic: true, auditoriumEcho: true),
    ]

    private func spoken(_ voice: String, _ effects: VoiceEffects?) async throws -> Spoken {
        try await AffectedVoices.shared.spoken(voice, effects)
    }

    private func recording(_ voice: String, _ effects: VoiceEffects? = nil) async throws -> Recording {
        try await spoken(voice, effects).recording(sampleRate: 16_000)
    }

    /// The energies of a voice, without and with effects.
    private func spectra(_ voice: String, _ effects: VoiceEffects) async throws -> (before: Spectrum, after: Spectrum) {
        let (before, after) = (try await recording(voice), try await recording(voice, effects))
        return (Spectrum(before.samples, sampleRate: 16_000), Spectrum(after.samples, sampleRate: 16_000))
    }

    /// Seconds that an effect rings on, at most.
    private func tail(_ effects: VoiceEffects) -> Double {
        (effects.robotic ? 0.11 : 0) + (effects.spaciousEcho ? 2.25 : 0) + (effects.auditoriumEcho ? 1.82 : 0)
    }

    @Test(arguments: voices, effects)
    func `words stay at their places, the loudness stays, and nothing clips`(voice: String, effects: VoiceEffects) async throws {
        let (before, after) = (try await spoken(voice, nil), try await spoken(voice, effects))
        #expect(after.bytes != before.bytes)
        #expect(after.narration.words == before.narration.words)
        #expect((-0.001...0.05).contains(before.narration.duration + tail(effects) - after.narration.duration))
        let (heardBefore, heardAfter) = (try before.recording(), try after.recording())
        #expect(abs(heardAfter.duration - after.narration.duration) < 0.001)
        let change = try #require(heardAfter.loudness) - (try #require(heardBefore.loudness))
        #expect(abs(change) < 1, "\(change) LU louder")
        #expect(heardAfter.peak < 0.99)
    }

    @Test(
        arguments: ["rms", "awb", "kal16", "en-us"],
        [VoiceEffects(nasalCrisp: 100), VoiceEffects(strongerSofter: -100), VoiceEffects(strongerSofter: -100, nasalCrisp: 100)])
    func `a brighter voice does not clip in the file`(voice: String, effects: VoiceEffects) async throws {
        let text = "The quick brown fox jumps over the lazy dog. Nobody saw it happen, and yet it was told for years."
        let spoken = try await Spoken(text, voice: voice, format: .mp3, effects: effects)
        #expect(try spoken.recording().peak < 0.99)
    }

    @Test(arguments: ["rms", "harold", "walter", "mason"])
    func `a voice that is far lower than usual does not clip in the file`(voice: String) async throws {
        let text = "The quick brown fox jumps over the lazy dog. Nobody saw it happen, and yet it was told for years."
        let spoken = try await Spoken(text, voice: voice, prosody: Prosody(speed: 1, pitch: -12), format: .mp3)
        #expect(try spoken.recording().peak < 0.99)
    }

    @Test(arguments: ["slt", "rms", "en-us", "en-us-female", "vi"], [-100.0, 100])
    func `a deeper or lighter voice has other formants and another pitch`(voice: String, strength: Double) async throws {
        let effects = VoiceEffects(deepenLighten: strength)
        let (before, after) = (try await recording(voice), try await recording(voice, effects))
        let ratio = pow(2, strength / 300)
        let stretch = Spectrum(after.samples, sampleRate: 16_000).stretch(of: Spectrum(before.samples, sampleRate: 16_000))
        #expect(abs(stretch / ratio - 1) < 0.06, "formants times \(stretch)")
        let (usual, changed) = (
            try await spoken(voice, nil).recording(sampleRate: 8000), try await spoken(voice, effects).recording(sampleRate: 8000)
        )
        let pitch = PitchTrack(changed).median / PitchTrack(usual).median
        #expect(abs(pitch / ratio - 1) < 0.05, "pitch times \(pitch)")
    }

    @Test(arguments: ["slt", "rms", "en-us", "en-us-female", "vi"])
    func `a robot keeps to one pitch`(voice: String) async throws {
        let usual = PitchTrack(try await spoken(voice, nil).recording(sampleRate: 8000))
        let robot = PitchTrack(try await spoken(voice, VoiceEffects(robotic: true)).recording(sampleRate: 8000))
        #expect(usual.spread > 1.5 && robot.spread < 0.3, "the pitch lay within \(usual.spread) semitones, and then within \(robot.spread)")
        #expect(abs(robot.median / 120 - 1) < 0.02)
    }

    @Test(arguments: voices)
    func `tones are heard`(voice: String) async throws {
        func change(_ effects: VoiceEffects, _ lowest: Double, _ highest: Double) async throws -> Double {
            let (before, after) = try await spectra(voice, effects)
            return after.level(lowest, highest) - before.level(lowest, highest)
        }
        #expect(try await change(VoiceEffects(strongerSofter: -100), 1500, 5000) > 2)
        #expect(try await change(VoiceEffects(strongerSofter: 100), 1500, 5000) < -4)
        #expect(try await change(VoiceEffects(nasalCrisp: 100), 4000, 8000) > 6)
        #expect(try await change(VoiceEffects(nasalCrisp: -100), 4000, 8000) < -6)
        #expect(try await change(VoiceEffects(lofiTelephone: true), 0, 120) < -10)
        let (_, telephone) = try await spectra(voice, VoiceEffects(lofiTelephone: true))
        #expect(telephone.level(300, 3400) > -1.5)
        #expect(telephone.level(4500, 8000) < -35)
    }

    @Test(arguments: voices, [VoiceEffects(spaciousEcho: true), VoiceEffects(auditoriumEcho: true)])
    func `rooms ring on behind the last word, until they are silent`(voice: String, effects: VoiceEffects) async throws {
        let (before, after) = (try await spoken(voice, nil), try await spoken(voice, effects))
        let end = try #require(after.narration.words.last).end
        let heard = try after.recording()
        let voiceLevel = heard.level(from: 0, to: end)
        #expect(heard.level(from: end + 0.2, to: end + 0.5) > voiceLevel / 30)
        #expect(try before.recording().level(from: end + 0.2, to: end + 0.5) < voiceLevel / 100)
        #expect(heard.level(from: heard.duration - 0.05) < voiceLevel / 500)
    }

    @Test func `a text of many segments is affected as a whole`() async throws {
        // So softly that nothing is limited, and at the engine's own rate.
        func samples(_ effects: VoiceEffects?) async throws -> [Float] {
            let voice = try #require(VoiceCatalogue.system.voice("slt"))
            let folder = try TemporaryFolder()
            let output = MemoryOutput()
            let request = SpeechRequest(
                text: Texts.paragraph, voiceID: "slt", prosody: Prosody(speed: 2), volume: 0.3,
                encoding: AudioEncoding(format: .pcm, sampleRate: 16_000, bitRate: nil), effects: effects)
            _ = try await Narrator(pool: Hosts.pool).narrate(request, voice: voice, spool: folder.url, into: output)
            return output.bytes.withUnsafeBytes { $0.bindMemory(to: Int16.self).map { Float($0) / 32_768 } }
        }
        let effects = VoiceEffects(spaciousEcho: true)
        let chain = VoiceEffectChain(effects, sampleRate: 16_000)
        var expected: [Float] = []
        try await samples(nil).withUnsafeBufferPointer { chain.process($0) { expected.append(contentsOf: $0) } }
        chain.finish { expected.append(contentsOf: $0) }
        let affected = try await samples(effects)
        #expect(affected.count == expected.count)
        let products = zip(affected, expected).reduce(0.0) { $0 + Double($1.0 * $1.1) }
        let scale = Float(products / expected.reduce(0.0) { $0 + Double($1 * $1) })
        // Only the loudness is set anew, and samples are rounded to 16 bits.
        #expect(zip(affected, expected).allSatisfy { abs($0 - scale * $1) < 2 / 32_768.0 })
    }

    @Test(arguments: [VoiceEffects(auditoriumEcho: true), VoiceEffects(strongerSofter: -100, nasalCrisp: -100)])
    func `a long text has the usual loudness, however it is finished`(effects: VoiceEffects) async throws {
        let finishers = Hosts.make(size: 1)
        let prosody = Prosody(speed: 2)
        let plain = try await Spoken(Texts.paragraph, voice: "en-us", prosody: prosody)
        let later = try await Spoken(Texts.paragraph, voice: "en-us", prosody: prosody, effects: effects)
        let atOnce = try await Spoken(Texts.paragraph, voice: "en-us", prosody: prosody, effects: effects, finishers: finishers)
        await finishers.stop()
        for spoken in [later, atOnce] {
            #expect(spoken.narration.words == plain.narration.words)
            #expect(abs(try #require(spoken.recording().loudness) + 16) < 1)
        }
    }
}
