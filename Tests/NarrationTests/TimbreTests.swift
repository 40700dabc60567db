import EnginePool
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

    @Test func `every voice speaks, is heard, and has a sound of its own`() async throws {
        let voices = VoiceCatalogue.system.voices
        let heard = Collected<(voice: String, bytes: [UInt8])>()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (index, voice) in voices.enumerated() {
                if index >= Hosts.pool.size { try await group.next() }
                group.addTask {
                    let spoken = try await Spoken(Self.sentence(for: voice), voice: voice.id, language: voice.language)
                    let peak = try spoken.recording().peak
                    #expect((0.3...12).contains(spoken.narration.duration), "\(voice.id) takes \(spoken.narration.duration) s")
                    #expect((0.05..<1).contains(peak), "\(voice.id) peaks at \(peak)")
                    heard.append((voice.id, spoken.bytes))
                }
            }
            try await group.waitForAll()
        }
        #expect(heard.values.count == voices.count)
        for twins in Dictionary(grouping: heard.values, by: \.bytes).values { #expect(twins.count == 1, "\(twins.map(\.voice)) sound the same") }
    }

    /// Digits, which nearly every language reads; else a greeting.
    private static func sentence(for voice: Voice) -> String {
        switch voice.language {
        case "he": "שלום 7"
        case "chr-US-Qaaa-x-west", "cv", "nog", "qya", "sjn", "tk": SampleText.text(in: voice.language)
        // Where two accents or languages are alike but for some words, those.
        default: "80 97 1000 coffee"
        }
    }
}
