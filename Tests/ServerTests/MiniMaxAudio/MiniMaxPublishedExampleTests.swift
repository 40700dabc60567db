import Foundation
import TestSupport
import Testing

/// The published examples of the MiniMax audio family, run as they are but for the host, the key, and what stands for something.
@Suite(.timeLimit(.minutes(3)), .enabled(if: MiniMaxDocument.areThere, "The published documents are not beside the project"))
struct MiniMaxPublishedExampleTests {
    /// What runs an example.
    enum Language: String, Sendable, CaseIterable {
        case curl, javaScript, python

        /// What its example begins with.
        var start: String {
            switch self {
            case .curl: "curl "
            case .javaScript: "const "
            case .python: "import requests"
            }
        }

        func run(_ script: String) async throws -> CommandResult {
            switch self {
            case .curl: return try await Command.run("/bin/sh", ["-c", script])
            case .javaScript: return try await Command.run("node", ["--input-type=module", "-"], input: Data(script.utf8))
            case .python:
                // One of them has the package requests.
                let result = try await Command.run("/usr/bin/python3", ["-"], input: Data(script.utf8))
                return result.exitCode == 0 ? result : try await Command.run("python3", ["-"], input: Data(script.utf8))
            }
        }
    }

    private static let hasNode = ["/usr/bin/node", "/usr/local/bin/node"].contains { FileManager.default.isExecutableFile(atPath: $0) }

    private let client: APIClient

    init() async throws {
        client = try await SharedServer.running.newUser()
    }

    /// Runs an example, with `placeholders` for what stands for something.
    private func run(_ document: String, in language: Language, _ placeholders: KeyValuePairs<String, String>) async throws -> String? {
        guard language != .javaScript || Self.hasNode else { return nil }
        var script = try #require(try MiniMaxDocument(document).example(beginning: language.start))
        script.replace("https://api.useapi.net", with: client.url)
        script.replace("Bearer …", with: "Bearer \(client.key ?? "")")
        script.replace("\"API token\"", with: "\"\(client.key ?? "")\"")
        for (placeholder, value) in placeholders { script.replace(placeholder, with: value) }
        let result = try await language.run(script)
        #expect(result.exitCode == 0, "\(result.errors)\n\(script)")
        return result.text
    }

    @Test(arguments: Language.allCases)
    func `a text is spoken`(language: Language) async throws {
        let text = try await run(
            "create-mp3", in: language,
            [
                #""text": "…", "voice_id": "…""#: #""text": "Hello, example.", "voice_id": "209533299589184""#,
                #"text = "text""#: #"text = "Hello, example.""#, #"voice_id = "voice_id""#: #"voice_id = "209533299589184""#,
            ])
        guard let text else { return }
        #expect(text.contains("audio_url") && text.contains("Hello, example.") && !text.contains("error"), "\(text)")
        #expect(try await client.clipCount() == 1)
    }

    @Test(arguments: Language.allCases)
    func `a clip is fetched`(language: Language) async throws {
        let created = try await client.createMP3(["text": "Hello, example.", "voice_id": "209533299589184"]).json
        let id = try #require(created["audio_id"].string)
        let text = try await run(
            "get", in: language, ["audio/audio_id": "audio/\(id)", "audio_id to retrieve": id])
        guard let text else { return }
        #expect(text.contains("Hello, example.") && text.contains(id) && !text.contains("error"), "\(text)")
    }

    @Test(arguments: Language.allCases)
    func `the voices are listed`(language: Language) async throws {
        let text = try await run("voices", in: language, ["account=account\"": "account=local\"", "Previously configured account": "local"])
        guard let text else { return }
        #expect(text.contains("voice_list") && !text.contains("error"), "\(text.prefix(2000))")
    }
}
