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

    @Test func `every voice of the library speaks, is heard, and has a sound of its own`() async throws {
        var heard: [[UInt8]: String] = [:]
        for voice in VoiceLibrary.standard.voices {
            // Digits are read in every language.
            let spoken = try await Spoken("7 ok 3", voice: voice.id)
            let samples = try spoken.recording().samples
            let peak = samples.map(abs).max() ?? 0
            #expect((0.3...6).contains(spoken.narration.duration), "\(voice.id) takes \(spoken.narration.duration) s")
            #expect((0.05..<1).contains(peak), "\(voice.id) peaks at \(peak)")
            let twin = heard.updateValue(voice.id, forKey: spoken.bytes)
            #expect(twin == nil, "\(voice.id) sounds as \(twin ?? "")")
        }
    }
}
