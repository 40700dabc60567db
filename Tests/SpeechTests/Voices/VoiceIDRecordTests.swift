import Foundation
import Testing

@testable import Speech

/// The ids of voices stay for ever: clients keep them.
@Suite struct VoiceIDRecordTests {
    /// A voice's ids, a line each: its own, and in Credits, Labs and Max, and its unique name.
    private static func lines() throws -> Set<String> {
        let file = URL(fileURLWithPath: #filePath + "/../../../../docs/voice-ids.txt").standardizedFileURL
        return Set(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init))
    }

    @Test func `every id that was ever given out still names the same voice, and new ones are recorded`() throws {
        let recorded = try Self.lines()
        let current = Set(VoiceCatalogue.system.voices.map { $0.ids.joined(separator: " ") })
        #expect(recorded.subtracting(current).isEmpty, "These voices have other ids now, or are gone.")
        let new = current.subtracting(recorded)
        #expect(new.isEmpty, "Add these lines to docs/voice-ids.txt:\n\(new.sorted().joined(separator: "\n"))")
    }

    @Test func `an id names one voice only`() throws {
        var owners: [String: String] = [:]
        for voice in VoiceCatalogue.system.voices {
            for id in Set(voice.ids) { #expect(owners.updateValue(voice.id, forKey: id) == nil, "\(id)") }
        }
    }

    @Test func `every voice has something to say in its own language`() {
        for voice in VoiceCatalogue.system.voices {
            let text = SampleText.text(in: voice.language)
            #expect(!text.isEmpty && text.utf8.count < 300, "\(voice.id)")
        }
        #expect(SampleText.text(in: "en-GB") == SampleText.text(in: "en-US"))
        #expect(SampleText.text(in: "cmn-Latn-pinyin").hasPrefix("1, 2"))
    }
}
