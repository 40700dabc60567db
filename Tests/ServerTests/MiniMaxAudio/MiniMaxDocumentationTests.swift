import Foundation
import TestSupport
import Testing

/// The examples of `docs/api/minimax-audio.md`, run one after the other in one shell.
@Suite(.timeLimit(.minutes(5))) struct MiniMaxDocumentationTests {
    private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/api/minimax-audio.md")

    /// The page's blocks of code in `language`.
    private func blocks(_ language: String) throws -> [String] {
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        return text.components(separatedBy: "```\(language)\n").dropFirst().map { $0.components(separatedBy: "\n```")[0] }
    }

    @Test func `every example works`() async throws {
        let user = try await SharedServer.running.newUser()
        let examples = try blocks("sh")
        #expect(examples.first?.hasPrefix("MYNAH=") == true)
        let script = """
            set -e
            MYNAH=\(user.url)
            KEY=\(user.key ?? "")
            \(examples.dropFirst().joined(separator: "\necho\n"))
            """
        let folder = try TemporaryFolder()
        try await Recordings.long.bytes.write(to: folder.url.appendingPathComponent("me.wav"))
        let result = try await Command.run("/bin/sh", ["-c", script], folder: folder.url.path)
        #expect(result.exitCode == 0, "\(result.errors)\n\(result.text)")
        let answers = result.text.replacing("}{", with: "}\n{").split(separator: "\n")
        #expect(answers.count >= 9)
        for answer in answers {
            let json = try JSON(Data(answer.utf8))
            #expect(json["error"] == .null, "\(answer)")
        }
        // A clip is made twice for its answer, one by a clone, and one to be seen, which is deleted.
        #expect(try await user.clipCount() == 3)
        #expect(try await user.clones().isEmpty)
        #expect(try await user.get("/v1/minimax/accounts").json.names == ["local"])
    }

    @Test func `every answer that is shown has the fields that are answered, in their order`() async throws {
        let user = try await SharedServer.running.newUser()
        let shown = try blocks("json").flatMap { $0.split(separator: "\n") }.map(String.init)
        let created = try await user.createMP3(["text": "We won!! <#0.5#> We really won!!", "voice_id": "209533299589184"])
        let id = try created.json["audio_id"].string ?? ""
        let paths = [
            "audio/\(id)", "audio", "audio/voices?tag_list=Italian,Female,Adult,Calm", "audio/config", "accounts",
        ]
        var answered = [created]
        for path in paths { answered.append(try await user.get("/v1/minimax/\(path)")) }
        answered.append(try await user.uploadSample(Recordings.long))
        for answer in try await answered.map(\.text) + [SharedClones.miniMax.answer.text] {
            let names = try JSON(Data(answer.utf8)).names
            let example = try #require(
                shown.first { text in (try? JSON(Data(text.utf8)))?.names.isSuperset(of: names) == true }, "\(names)")
            #expect(MemberOrder(in: answer).agrees(with: MemberOrder(in: example)), "\(answer)")
        }
        let clip = try created.json
        let example = try #require(try shown.map { try JSON(Data($0.utf8)) }.first { $0.names == clip.names })
        for field in ["audio_title", "chunks", "emotion_used", "usage_characters", "word_count"] {
            #expect(example[field] == clip[field], "\(field)")
        }
    }
}
