import Foundation
import TestSupport
import Testing

/// The examples on our own pages on Labs, Max, events and cloning, run as they are.
@Suite(.timeLimit(.minutes(5))) struct DocumentedExampleTests {
    /// The commands of a page, and what it says that they answer, where that is JSON.
    private func examples(_ page: String) throws -> [(script: String, answer: JSON?)] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../docs/api")
        let text = try String(contentsOf: folder.appendingPathComponent(page), encoding: .utf8)
        let parts = text.components(separatedBy: "```sh\n").dropFirst()
        return parts.map { part in
            let pieces = part.components(separatedBy: "```")
            let isAnswered = pieces.count > 2 && pieces[1].trimmingCharacters(in: .whitespacesAndNewlines).isEmpty && pieces[2].hasPrefix("json\n")
            return (pieces[0], isAnswered ? try? JSON(Data(pieces[2].dropFirst("json\n".count).utf8)) : nil)
        }
    }

    @Test(arguments: [("labs.md", 8), ("max.md", 8), ("events.md", 2), ("../cloning.md", 1)])
    func `every example works, and its answer looks as the page says`(page: String, count: Int) async throws {
        let client = try await SharedServer.running.newUser()
        let folder = try TemporaryFolder()
        try await Recordings.short.bytes.write(to: folder.url.appendingPathComponent("me.mp3"))
        var clone = ""
        let examples = try examples(page)
        #expect(examples.count == count)
        for (script, answer) in examples {
            let task = try await page == "max.md" ? client.maxTask("Hello world") : client.labsTask("Hello world")
            let setting = "MYNAH='\(client.url)'; KEY='\(client.key ?? "")'; TASK='\(task["id"].string ?? "")'; CLONE='\(clone)'\n"
            let result = try await Command.run(
                "/bin/sh", ["-ec", setting + script.replacingOccurrences(of: "curl -s", with: "curl -sSf")], folder: folder.url.path)
            #expect(result.exitCode == 0, "\(script): \(result.errors)")
            guard let answer else { continue }
            let real = try JSON(Data(result.text.utf8))
            #expect(real.names == answer.names && real.elements.first?.names == answer.elements.first?.names, "\(script): \(result.text)")
            #expect(real["status"] == answer["status"] || answer["status"] == nil)
            if script.contains("/max/voice-clones") { clone = real["id"].string ?? clone }
        }
    }
}
