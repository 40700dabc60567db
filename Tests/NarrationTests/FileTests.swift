import Narration
import Speech
import Testing

@Suite struct FileTests {
    @Test(arguments: Texts.short, [AudioFormat.mp3, .wav, .opus, .flac])
    func `a file plays as long as its narration says`(_ voice: (id: String, text: String), format: AudioFormat) async throws {
        let spoken = try await Spoken(voice.text, voice: voice.id, format: format)
        let recording = try spoken.recording()
        #expect(abs(recording.duration - spoken.narration.duration) < 0.02)
        #expect(recording.peak > 0.1)
        #expect(spoken.bytes.count == spoken.narration.size)
    }

    @Test func `bare samples are as many as the narration says`() async throws {
        let spoken = try await Spoken("One, two.", voice: "kal16", format: .pcm)
        #expect(spoken.bytes.count == Int((spoken.narration.duration * 24_000).rounded()) * 2)
    }

    @Test(arguments: ["slt", "en-us"])
    func `a file of many segments is as long as they are together`(voice: String) async throws {
        let spoken = try await Spoken(Texts.paragraph, voice: voice, prosody: Prosody(speed: 2), format: .mp3)
        let recording = try spoken.recording()
        #expect(abs(recording.duration - spoken.narration.duration) < 0.02)
        #expect(spoken.narration.duration > 20)
    }

    @Test func `what no voice can speak is an error, and no silent file`() async throws {
        await #expect(throws: NarrationError.self) { try await Spoken("བོད་སྐད།", voice: "slt") }
    }

    @Test func `progress never goes back, and ends at all of it`() async throws {
        let progress = Collected<Double>()
        _ = try await Spoken(Texts.paragraph, voice: "en-us", progress: { progress.append($0) })
        let values = progress.values
        #expect(values == values.sorted() && values.last == 1)
        #expect(values.count > 3 && values.allSatisfy { 0...1 ~= $0 })
    }
}
