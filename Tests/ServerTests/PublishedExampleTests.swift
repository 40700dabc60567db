import Foundation
import TestSupport
import Testing

/// The published examples of the Credits family, run as they are but for the host, the key, and the ids.
@Suite(.timeLimit(.minutes(5)), .enabled(if: PublishedDocument.isThere, "The published document is not beside the project"))
struct PublishedExampleTests {
    private let client: APIClient
    private let document: PublishedDocument

    init() async throws {
        client = try await SharedServer.running.newUser(monthlyCredits: 1000)
        document = try PublishedDocument()
    }

    private func example(of endpoint: String, in language: String, id: String) throws -> [String] {
        let lines = try #require(document.example(of: endpoint, in: language))
        return lines.map {
            $0.replacingOccurrences(of: "https://your-domain.com", with: client.url)
                .replacingOccurrences(of: "YOUR_API_KEY", with: client.key ?? "").replacingOccurrences(of: "clxxxx", with: id)
        }
    }

    private func curl(_ endpoint: String, id: String = "slt") async throws -> JSON {
        let script = try example(of: endpoint, in: "cURL", id: id).joined(separator: "\n")
        let result = try await Command.run("/bin/sh", ["-c", script])
        #expect(result.exitCode == 0, "\(result.errors)")
        let json = try JSON(result.output)
        #expect(json["success"] == true, "\(json)")
        return json
    }

    private func python(_ endpoint: String, id: String = "slt") async throws -> String {
        try await run(python: PythonLayout.script(try example(of: endpoint, in: "Python", id: id)))
    }

    private func run(python script: String) async throws -> String {
        var failure = "There is no python3."
        for interpreter in ["/usr/bin/python3", "python3"] {
            let result = try await Command.run(interpreter, ["-"], input: Data(script.utf8))
            guard result.exitCode != 0 else {
                #expect(!result.text.contains("Error"), "\(result.text)")
                return result.text
            }
            failure = result.errors
        }
        Issue.record("python3 with the package requests runs the example: \(failure)\n\(script)")
        return ""
    }

    @Test func `curl asks for speech`() async throws {
        let json = try await curl("POST /api/v1/tts")
        #expect(json["creditsUsed"] == 29)
        #expect(json["speech"]["status"] == "PROCESSING")
        #expect(try await client.finished(try #require(json["speechId"].string))["status"] == "COMPLETED")
    }

    @Test func `Python asks for speech`() async throws {
        let text = try await python("POST /api/v1/tts")
        #expect(text.contains("Credits used: 29"))
        #expect(text.contains("Status: PROCESSING"))
        let id = try #require(text.firstMatch(of: #/Speech ID: (cl[0-9a-z]{23})/#)?.1)
        #expect(try await client.finished(String(id))["status"] == "COMPLETED")
    }

    @Test func `curl and Python ask for the status`() async throws {
        let speech = try await client.spoken("Hello, this is a test speech.")
        let id = try #require(speech["id"].string)
        #expect(try await curl("GET /api/v1/tts/{speechId}", id: id)["speech"] == speech)
        let text = try await python("GET /api/v1/tts/{speechId}", id: id)
        #expect(text.contains("Status: COMPLETED"))
        #expect(text.contains("Audio URL: \(speech["audioUrl"].string ?? "none")"))
        #expect(text.contains("Duration: "))
    }

    @Test func `curl and Python ask for the voices`() async throws {
        let list = try await curl("GET /api/v1/voices")
        #expect(list["voices"].elements.count == 20)
        let text = try await python("GET /api/v1/voices")
        #expect(text.contains("Total voices: \(list["pagination"]["total"].integer ?? -1)"))
        #expect(text.split(separator: "\n").count { $0.hasPrefix("- ") && $0.hasSuffix(" times") } == 20)
    }

    @Test func `curl and Python ask for the credits`() async throws {
        #expect(try await curl("GET /api/v1/credits")["credits"] == 1000)
        let text = try await python("GET /api/v1/credits")
        #expect(text.split(separator: "\n") == ["Total credits: 1000", "Regular credits: 1000", "Permanent credits: 0"])
    }

    @Test func `curl and Python clone a voice`() async throws {
        let rich = try await SharedServer.running.newUser(monthlyCredits: 3000)
        let recording = try await Recordings.folder.appendingPathComponent(Recordings.short.name).path
        func filled(_ lines: [String]) -> [String] {
            lines.map { line in
                line.replacingOccurrences(of: "https://your-domain.com", with: rich.url).replacingOccurrences(
                    of: "YOUR_API_KEY", with: rich.key ?? ""
                )
                .replacingOccurrences(of: "/path/to/voice.mp3", with: recording)
            }
        }
        for language in ["cURL - Basic (voice file only)", "cURL - With Metadata"] {
            let lines = try #require(document.example(of: "POST /api/v1/voice-clone", in: language))
            let result = try await Command.run("/bin/sh", ["-c", filled(lines).joined(separator: "\n")])
            #expect(result.exitCode == 0, "\(result.errors)")
            #expect(try JSON(result.output)["success"] == true, "\(result.text)")
        }
        let lines = try #require(document.example(of: "POST /api/v1/voice-clone", in: "Python"))
        let text = try await run(python: PythonLayout.script(filled(lines)))
        #expect(text.contains("Voice cloned successfully!") && text.contains("Voice ID: cl") && text.contains("Audio URL: \(rich.url)/files/"))
        #expect(
            try await rich.get("/api/v1/voices?type=USER").json["voices"].elements.map { $0["title"] } == [
                "My Voice Clone", "My Voice Clone", "Voice clone 1",
            ])
        #expect(try await rich.credits() == 0)
    }
}
