import Foundation
import Narration
import Speech
import TestSupport
import Testing

@Suite struct TimbreTests {
    /// The library's voices that are changed from one engine voice.
    private static let pairs = [("daisy", "slt"), ("dylan", "rms"), ("poppy", "en-us"), ("ada", "en-us"), ("hamish", "awb")]

    @Test(arguments: pairs)
    func `a timbre's pitch is heard`(voice: String, engineVoice: String) async throws {
        let timbre = try #require(VoiceCatalogue.system.voice(voice)).base.timbre
        let changed = try await PitchTracks.shared.track(of: voice, .usual).median
        let usual = try await PitchTracks.shared.track(of: engineVoice, .usual).median
        #expect(abs(12 * log2(changed / usual) - timbre.pitch) < 1.2, "\(usual) Hz became \(changed) Hz, not \(timbre.pitch) semitones more")
    }

    @Test(arguments: ["harold", "edith"])
    func `a slow voice takes longer`(voice: String) async throws {
        let base = try #require(VoiceCatalogue.system.voice(voice)).base
        let text = Texts.sentence(for: voice)
        let changed = try await Spoken(text, voice: voice).narration.duration
        let usual = try await Spoken(text, voice: base.name).narration.duration
        #expect(abs(changed * base.timbre.rate / usual - 1) < 0.1, "\(usual) s became \(changed) s at rate \(base.timbre.rate)")
    }

    @Test(arguments: ["linh", "maricel", "solveig", "xiaoyu", "kavya"])
    func `a voice of the library speaks its language`(voice: String) async throws {
        let spoken = try await Spoken(Texts.sentence(for: voice), voice: voice)
        #expect(spoken.narration.duration > 0.5 && spoken.narration.words.isEmpty == false)
    }
}
