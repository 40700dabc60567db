import Foundation
import Narration
import Speech
import TestSupport
import Testing

@Suite struct ProsodyTests {
    private static let voices = ["rms", "slt", "awb", "kal16", "en-us", "en-us-female", "vi"]

    private func pitch(_ voice: String, _ prosody: Prosody) async throws -> PitchTrack {
        try await PitchTracks.shared.track(of: voice, prosody)
    }

    @Test(arguments: voices)
    func `speed divides the duration`(voice: String) async throws {
        let text = String(repeating: Texts.sentence(for: voice), count: 3)
        let usual = try await Spoken(text, voice: voice).narration.duration
        for speed in [0.5, 2] {
            let duration = try await Spoken(text, voice: voice, prosody: Prosody(speed: speed)).narration.duration
            #expect(abs(duration * speed / usual - 1) < 0.1, "\(usual) s became \(duration) s at speed \(speed)")
        }
    }

    @Test(arguments: voices)
    func `pitch moves the voice by semitones`(voice: String) async throws {
        let usual = try await pitch(voice, .usual).median
        let higher = try await pitch(voice, Prosody(pitch: 6)).median
        #expect(abs(higher / usual / pow(2, 0.5) - 1) < 0.03, "\(usual) Hz became \(higher) Hz")
    }

    // Not lower for those who are deep already: what is below 50 Hz is not measured well.
    @Test(arguments: [
        ("slt", -12.0), ("slt", 12), ("rms", 12), ("awb", 9), ("kal16", -6), ("kal16", 6), ("kal16", 12), ("en-us", -9), ("en-us", 12),
        ("en-us-female", -12), ("en-us-female", -6), ("en-us-female", 12), ("vi", -12), ("vi", 3), ("vi", 12),
    ])
    func `pitch is exact up and down, to the ends of its range`(voice: String, semitones: Double) async throws {
        let usual = try await pitch(voice, .usual).median
        let moved = try await pitch(voice, Prosody(pitch: semitones)).median
        #expect(abs(moved / usual / pow(2, semitones / 12) - 1) < 0.03, "\(usual) Hz became \(moved) Hz")
    }

    @Test(arguments: voices)
    func `pitch leaves the duration alone`(voice: String) async throws {
        let text = Texts.sentence(for: voice)
        let usual = try await Spoken(text, voice: voice).narration.duration
        let higher = try await Spoken(text, voice: voice, prosody: Prosody(pitch: 6, pitchRange: 0.5)).narration.duration
        #expect(abs(higher / usual - 1) < 0.03)
    }

    @Test(arguments: voices)
    func `a pitch range of nothing is monotone`(voice: String) async throws {
        let usual = try await pitch(voice, .usual).spread
        let flat = try await pitch(voice, Prosody(pitchRange: 0)).spread
        #expect(usual > 1.5 && flat < 0.8, "the pitch lay within \(usual) semitones, and then within \(flat)")
    }

    @Test(arguments: ["rms", "slt", "en-us", "en-us-female"])
    func `a wider pitch range is livelier`(voice: String) async throws {
        let usual = try await pitch(voice, .usual).spread
        let wide = try await pitch(voice, Prosody(pitchRange: 2)).spread
        #expect(wide > usual * 1.3, "the pitch lay within \(usual) semitones, and then within \(wide)")
    }
}
