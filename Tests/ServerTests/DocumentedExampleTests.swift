import Foundation
import TestSupport
import Testing

/// The examples on our own pages on Credits, Labs, Max, events and cloning, run as they are.
@Suite(.timeLimit(.minutes(5))) struct DocumentedExampleTests {
    private struct Example {
        var script: String
        /// What the page says that it answers; nil where it does not say.
        var answer: String?
        var isJSON: Bool
    }

    /// The examples of a page, without the variables that they use.
    private func examples(_ page: String) throws -> [Example] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../docs/api")
        let text = try String(contentsOf: folder.appendingPathComponent(page), encoding: .utf8)
        let parts = text.components(separatedBy: "```sh\n").dropFirst()
        return parts.filter { !$0.hasPrefix("MYNAH=") }.map { part in
            let pieces = part.components(separatedBy: "```")
            let isJSON = pieces.count > 2 && pieces[1].allSatisfy(\.isWhitespace) && pieces[2].hasPrefix("json\n")
            let isStream = pieces.count > 2 && pieces[2].contains("\ndata: ")
            let answer = isJSON ? String(pieces[2].dropFirst("json\n".count)) : isStream ? pieces[2] : nil
            return Example(script: pieces[0], answer: answer, isJSON: isJSON)
        }
    }

    /// A finished task of the family that a page is about.
    private static func task(for page: String, by client: APIClient) async throws -> JSON {
        switch page {
        case "credits.md": try await client.spoken("Hello world")
        case "max.md": try await client.maxTask("Hello world")
        default: try await client.labsTask("Hello world")
        }
    }

    @Test(arguments: [("credits.md", 8), ("labs.md", 8), ("max.md", 8), ("events.md", 2), ("../cloning.md", 1)])
    func `every example works, and its answer looks as the page says`(page: String, count: Int) async throws {
        let client = try await SharedServer.running.newUser()
        let folder = try TemporaryFolder()
        try await Recordings.short.bytes.write(to: folder.url.appendingPathComponent("me.mp3"))
        var clone = ""
        let examples = try examples(page)
        #expect(examples.count == count)
        for example in examples {
            let id = try await Self.task(for: page, by: client)["id"].string ?? ""
            let setting = "MYNAH='\(client.url)'; KEY='\(client.key ?? "")'; TASK='\(id)'; ID='\(id)'; CLONE='\(clone)'\n"
            let script = setting + example.script.replacingOccurrences(of: "curl -s", with: "curl -sSf")
            let result = try await Command.run("/bin/sh", ["-ec", script], folder: folder.url.path)
            #expect(result.exitCode == 0, "\(example.script): \(result.errors)")
            // Whatever is listened to by the page on events looks like its first example.
            guard let answer = example.answer ?? (page == "events.md" ? examples[0].answer : nil) else { continue }
            #expect(MemberOrder(in: result.text).agrees(with: MemberOrder(in: answer)), "\(example.script): \(result.text)")
            guard example.isJSON else { continue }
            // Of two commands that answer the same, the first.
            let real = try JSON(Data(result.text.replacing("}{", with: "}\n{").split(separator: "\n")[0].utf8))
            let shown = try JSON(Data(answer.utf8))
            #expect(real.names == shown.names && real.elements.first?.names == shown.elements.first?.names, "\(example.script): \(result.text)")
            #expect(real["status"] == shown["status"] || shown["status"] == nil)
            if example.script.contains("/max/voice-clones") { clone = real["id"].string ?? clone }
        }
    }
}
