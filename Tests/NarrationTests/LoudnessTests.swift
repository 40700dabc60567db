import Foundation
import Narration
import Speech
import Testing

@Suite struct LoudnessTests {
    private static let voices = ["rms", "slt", "awb", "kal16", "en-us", "en-us-female", "vi", "ar", "cmn", "th", "de", "ja"]

    private func loudness(_ voice: String, count: Int, volume: Double = 1) async throws -> (value: Double, recording: Recording) {
        let text = String(repeating: Texts.sentence(for: voice), count: count)
        let recording = try await Spoken(text, voice: voice, volume: volume).recording()
        return (try #require(recording.loudness), recording)
    }

    @Test(arguments: voices)
    func `speech has the usual loudness, long or short`(voice: String) async throws {
        let short = try await loudness(voice, count: 1)
        #expect(abs(short.value + 16) < 2, "\(short.value) LUFS over \(short.recording.duration) s")
        let long = try await loudness(voice, count: 5)
        #expect(long.recording.duration > 8)
        #expect(abs(long.value + 16) < 1, "\(long.value) LUFS over \(long.recording.duration) s")
    }

    @Test func `a text of many segments has the usual loudness as a whole`() async throws {
        let recording = try await Spoken(Texts.paragraph, voice: "slt", prosody: Prosody(speed: 2)).recording()
        #expect(abs(try #require(recording.loudness) + 16) < 0.5)
    }

    @Test(arguments: voices)
    func `half the volume is 6 dB less`(voice: String) async throws {
        let half = try await loudness(voice, count: 1, volume: 0.5)
        let quarter = try await loudness(voice, count: 1, volume: 0.25)
        #expect(abs(half.value - quarter.value - 6.02) < 0.2)
    }

    @Test(arguments: voices)
    func `twice the volume is louder, as far as it can be without clipping`(voice: String) async throws {
        let usual = try await loudness(voice, count: 1)
        let loud = try await loudness(voice, count: 1, volume: 2)
        // The limiter takes off what would clip: all that is left of 6 dB depends on the voice's peaks.
        #expect((1.5...6.5).contains(loud.value - usual.value), "\(usual.value) LUFS became \(loud.value) LUFS")
        #expect(loud.recording.samples.count { abs($0) > 0.999 } == 0)
    }

    @Test(arguments: voices, [4.0, 10])
    func `ten times the volume clips nothing, whatever the format`(voice: String, volume: Double) async throws {
        let text = Texts.sentence(for: voice)
        for format in [AudioFormat.wav, .mp3] {
            let recording = try await Spoken(text, voice: voice, volume: volume, format: format).recording()
            #expect(recording.peak < 0.999, "\(format) reaches \(recording.peak)")
        }
    }

    @Test(arguments: ["rms", "en-us", "ar"])
    func `no volume is silence of the same length`(voice: String) async throws {
        let text = Texts.sentence(for: voice)
        let usual = try await Spoken(text, voice: voice)
        let silent = try await Spoken(text, voice: voice, volume: 0)
        #expect(try silent.recording().peak == 0)
        #expect(silent.narration.words == usual.narration.words)
        #expect(silent.narration.duration == usual.narration.duration)
    }
}
