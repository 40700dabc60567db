import Foundation
import TestSupport
import Testing

/// The published document of Labs and Max.
private let labsDocument = "genaipro.txt"

/// The published examples of Labs and Max, run as they are but for the host, the key, and the ids; with `/api` before their paths and without.
@Suite(.timeLimit(.minutes(5)), .enabled(if: PublishedCommands.areThere(in: labsDocument), "The published document is not beside the project"))
struct LabsPublishedExampleTests {
    @Test(arguments: ["/api/v1", "/v1"])
    func `every curl command works`(base: String) async throws {
        let client = try await SharedServer.running.newUser(monthlyCredits: 10_000)
        let examples = try PublishedCommands(in: labsDocument).examples
        #expect(examples.count == 15)
        let recording = try await Recordings.folder.appendingPathComponent(Recordings.short.name).path
        var clone = ""
        for example in examples {
            let isMax = example.endpoint.contains("/max/")
            let task = try await isMax ? client.maxTask("Hello world") : client.labsTask("Hello world")
            let script = example.script.replacingOccurrences(of: "https://genaipro.vn/api/v1", with: client.url + base)
                .replacingOccurrences(of: "{{token}}", with: client.key ?? "").replacingOccurrences(
                    of: "voice-id-from-voices-list", with: "226893671006272"
                )
                .replacingOccurrences(of: "/path/to/audio.mp3", with: recording).replacingOccurrences(of: "clone-uuid", with: clone)
                .replacingOccurrences(of: "task-uuid", with: task["id"].string ?? "").replacingOccurrences(
                    of: "abc123def456", with: task["id"].string ?? "")
            let result = try await Command.run("/bin/sh", ["-c", script + " \\\n -sS -w '\\n%{http_code}'"])
            #expect(result.exitCode == 0 && result.text.split(separator: "\n").last == "200", "\(example.endpoint): \(result.text) \(result.errors)")
            #expect(!result.text.contains(#""error":""#), "\(example.endpoint): \(result.text)")
            if example.endpoint == "POST /api/v1/max/voice-clones" { clone = try #require(try await client.clones().first?["id"].string) }
        }
    }
}
