import EnginePool
import Foundation
import Narration
import Speech
import TestSupport
import Testing

@Suite struct ResumeTests {
    private static let text = Texts.paragraph

    private func narrate(prosody: Prosody = Prosody(speed: 2), in folder: TemporaryFolder) async throws -> (Narration, [UInt8]) {
        let voice = try #require(VoiceCatalogue.system.voice("en-us"))
        let output = MemoryOutput()
        let request = SpeechRequest(text: Self.text, voiceID: "en-us", prosody: prosody)
        return (try await Narrator(pool: Hosts.pool).narrate(request, voice: voice, spool: folder.url, into: output), output.bytes)
    }

    /// The identity of each segment's samples: a file that is written again has another time.
    private func times(in folder: TemporaryFolder) throws -> [String: Date] {
        let files = try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: [.contentModificationDateKey])
        let samples = files.filter { $0.pathExtension == "pcm" }
        return try Dictionary(
            uniqueKeysWithValues: samples.map { file in
                (file.lastPathComponent, try #require(try file.resourceValues(forKeys: [.contentModificationDateKey]).contentModificationDate))
            })
    }

    @Test func `whole segments are not spoken again`() async throws {
        let folder = try TemporaryFolder()
        let (first, bytes) = try await narrate(in: folder)
        let before = try times(in: folder)
        #expect(before.count > 3)
        // One lost its report, one has another than it wrote, and one was cut off in the midst.
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent("1.json"))
        try Data("{".utf8).write(to: folder.url.appendingPathComponent("2.json"))
        let cut = try FileHandle(forUpdating: folder.url.appendingPathComponent("3.pcm"))
        try cut.truncate(atOffset: 1000)
        try cut.close()
        let (second, again) = try await narrate(in: folder)
        let after = try times(in: folder)
        #expect(Set(before.keys.filter { before[$0] != after[$0] }) == ["1.pcm", "2.pcm", "3.pcm"])
        #expect(second == first && again == bytes)
    }

    @Test func `a report in the spool is believed`() async throws {
        let folder = try TemporaryFolder()
        _ = try await narrate(in: folder)
        let file = folder.url.appendingPathComponent("0.json")
        var entry = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        var report = try #require(entry["report"] as? [String: Any])
        var words = try #require(report["words"] as? [[String: Any]])
        words[0]["start"] = 0.012345
        report["words"] = words
        entry["report"] = report
        try JSONSerialization.data(withJSONObject: entry).write(to: file)
        #expect(try await narrate(in: folder).0.words[0].start == 0.012345)
    }

    @Test func `a spool of another request is not used`() async throws {
        let (used, fresh) = (try TemporaryFolder(), try TemporaryFolder())
        _ = try await narrate(in: used)
        let prosody = Prosody(speed: 2, pitch: 2)
        let (first, second) = (try await narrate(prosody: prosody, in: used), try await narrate(prosody: prosody, in: fresh))
        #expect(first.0 == second.0 && first.1 == second.1)
    }
}
