import EnginePool
import Narration
import Speech
import Testing

@Suite struct RepeatabilityTests {
    @Test(arguments: Texts.short)
    func `the same request gives the same bytes, whatever was spoken before`(_ voice: (id: String, text: String)) async throws {
        let pool = Hosts.make(size: 1)
        let first = try await Spoken(voice.text, voice: voice.id, format: .mp3, pool: pool)
        _ = try await Spoken("Something else, 1999.", voice: "en-us-female", prosody: Prosody(speed: 2, pitch: 5), pool: pool)
        let second = try await Spoken(voice.text, voice: voice.id, format: .mp3, pool: pool)
        let elsewhere = try await Spoken(voice.text, voice: voice.id, format: .mp3)
        await pool.stop()
        #expect(first.bytes == second.bytes && first.bytes == elsewhere.bytes)
        #expect(first.narration == second.narration && first.narration == elsewhere.narration)
    }

    @Test(arguments: [("en-us", AudioFormat.opus), ("kal16", .flac)])
    func `a text of many segments gives the same bytes on one host as on two`(voice: String, format: AudioFormat) async throws {
        let pool = Hosts.make(size: 1)
        async let alone = Spoken(Texts.paragraph, voice: voice, prosody: Prosody(speed: 2), format: format, pool: pool)
        async let shared = Spoken(Texts.paragraph, voice: voice, prosody: Prosody(speed: 2), format: format)
        let (one, two) = try await (alone, shared)
        await pool.stop()
        #expect(one.bytes == two.bytes)
        #expect(one.narration == two.narration)
    }

    @Test func `another prosody gives other bytes`() async throws {
        let usual = try await Spoken("Hello there.", voice: "en-us")
        let lower = try await Spoken("Hello there.", voice: "en-us", prosody: Prosody(pitch: -1))
        #expect(usual.bytes != lower.bytes)
    }
}
