import Foundation
import TestSupport
import Testing

/// Everything in one file and back, with real servers at work.
@Suite(.timeLimit(.minutes(3))) struct BackupTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private var archive: String { folder.url.appendingPathComponent("mynah.tar").path }

    private func mynah(_ arguments: String..., data: String) async throws -> CommandResult {
        try await BuiltProgram.run(arguments + ["--data", data], in: folder.url)
    }

    private func expectSuccess(_ result: CommandResult, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(result.exitCode == 0, "\(result.errors)", sourceLocation: sourceLocation)
    }

    private func expectFailure(_ result: CommandResult, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(result.exitCode == 1, sourceLocation: sourceLocation)
        #expect(result.output.isEmpty, sourceLocation: sourceLocation)
        #expect(result.errorLines.count == 1 && result.errors.contains(text), "\(result.errors)", sourceLocation: sourceLocation)
    }

    /// The audio of a finished task.
    private func audio(_ id: String, by client: APIClient) async throws -> Data {
        let answer = try await client.get("/api/v1/tts/\(id)/audio?wait=120")
        #expect(answer.status == 200, "\(answer.text)")
        return answer.body
    }

    @Test func `a backup that is taken while tasks run is whole where it is restored`() async throws {
        let server = try await RunningServer.start()
        let texts = (1...12).map { "Task \($0). " + String(repeating: "It is in the backup, or it is not. ", count: 10) }
        var ids: [String] = []
        for text in texts { ids.append(try #require(try await server.client.speak(text).json["speechId"].string)) }
        var expected = [ids[0]: try await audio(ids[0], by: server.client)]
        // Others are deleted in the meantime.
        let deleting = Task { [deleted = ids[6...8]] in
            for id in deleted { _ = try await server.client.send("DELETE", "/api/v1/tts/\(id)") }
        }
        let backup = try await server.mynah("backup", archive)
        expectSuccess(backup)
        #expect(backup.errors.contains("keep it as you keep a password"))
        _ = try await deleting.value
        let attributes = try FileManager.default.attributesOfItem(atPath: archive)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        for id in ids[0..<6] { expected[id] = try await audio(id, by: server.client) }

        let data = folder.url.appendingPathComponent("data").path
        expectSuccess(try await mynah("restore", archive, data: data))
        let restored = try await RunningServer.start(onDataIn: folder, key: server.key)
        for (id, audio) in expected {
            #expect(try await self.audio(id, by: restored.client) == audio)
        }
        let audit = try await restored.mynah("credits", "audit")
        #expect(audit.text == "All credits add up.")
        #expect(await restored.stop() == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: data)
        #expect(!names.contains("staging"))
    }

    @Test func `subtitles are in the backup, in the cut that was last`() async throws {
        let server = try await RunningServer.start()
        let task = try await server.client.labsTask("It is in the backup, word by word.")
        let id = try #require(task["id"].string)
        _ = try await server.client.post("/v1/labs/task/subtitle/\(id)", ["max_characters_per_line": 12])
        let subtitle = try await server.client.get(try #require(try await server.client.get("/v1/labs/task/\(id)").json["subtitle"].string)).text
        expectSuccess(try await server.mynah("backup", archive))
        expectSuccess(try await mynah("restore", archive, data: folder.url.appendingPathComponent("data").path))
        let next = try await RunningServer.start(onDataIn: folder, key: server.key)
        let client = next.client
        let restored = try await client.get("/v1/labs/task/\(id)").json
        #expect(try await client.get(try #require(restored["subtitle"].string)).text == subtitle && subtitle.contains("-->"))
        #expect(try await client.get(try #require(restored["result"].string)).status == 200)
        #expect(await next.stop() == 0)
    }

    @Test func `a server goes on with what is restored while it runs`() async throws {
        let server = try await RunningServer.start()
        let before = try #require(try await server.client.speak("It was there before.").json["speechId"].string)
        let bytes = try await audio(before, by: server.client)
        expectSuccess(try await server.mynah("backup", archive))

        let after = try await server.newUser()
        let tasks = try await [server.client.speak("It came later."), after.speak("So did this.")].map { try $0.json["speechId"].string }
        let long = String(repeating: "It is under way when the past comes back. ", count: 60)
        _ = try await server.client.speak(long)
        _ = try await server.client.send("DELETE", "/api/v1/tts/\(before)")
        expectFailure(try await server.mynah("restore", archive), "--replace")
        #expect(try await after.get("/api/v1/credits").status == 200)

        let restored = try await server.mynah("restore", archive, "--replace")
        expectSuccess(restored)
        #expect(restored.text.contains("1 user, 1 key, 1 task and 1 file of audio"), "\(restored.text)")
        #expect(try await audio(before, by: server.client) == bytes)
        #expect(try await after.get("/api/v1/credits").status == 401)
        #expect(try await server.client.get("/api/v1/tts/\(tasks[0] ?? "")").status == 404)
        #expect(try await audit(server) == "All credits add up.")
        #expect(try await server.client.spoken("It speaks on.")["status"] == "COMPLETED")
        #expect(try await audit(server) == "All credits add up.")
        #expect(await server.stop() == 0)
    }

    private func audit(_ server: RunningServer) async throws -> String {
        try await server.mynah("credits", "audit").text
    }

    @Test func `a running server takes up the keys of another installation's backup`() async throws {
        let other = folder.url.appendingPathComponent("other").path
        expectSuccess(try await mynah("users", "create", "bob", data: other))
        let key = try await mynah("keys", "create", "--user", "bob", data: other).text
        expectSuccess(try await mynah("backup", archive, data: other))
        let server = try await RunningServer.start()
        #expect(try await server.client.get("/api/v1/credits").status == 200)
        expectSuccess(try await server.mynah("restore", archive, "--replace"))
        #expect(try await APIClient(url: server.url, key: key).get("/api/v1/credits").status == 200)
        #expect(try await server.client.get("/api/v1/credits").status == 401)
        let next = try await server.newUser()
        #expect(try await next.get("/api/v1/credits").status == 200)
    }

    @Test func `a backup replaces no file, and goes through a pipe, too`() async throws {
        let data = folder.url.appendingPathComponent("data").path
        expectFailure(try await mynah("backup", archive, data: data), "nothing to back up")
        expectSuccess(try await mynah("users", "create", "ada", data: data))
        try Data("mine".utf8).write(to: URL(fileURLWithPath: archive))
        expectFailure(try await mynah("backup", archive, data: data), "exists already")
        #expect(try Data(contentsOf: URL(fileURLWithPath: archive)) == Data("mine".utf8))
        expectFailure(try await mynah("backup", "\(data)/nowhere/x.tar", data: data), "can't be written")
        let piped = try await mynah("backup", "-", data: data)
        expectSuccess(piped)
        try piped.output.write(to: URL(fileURLWithPath: archive))
        let listing = try await Command.run("tar", ["--list", "--file", archive]).text.split(separator: "\n")
        #expect(listing.prefix(3) == ["manifest.json", "mynah.db", "files/"])
        let copy = folder.url.appendingPathComponent("copy").path
        expectSuccess(try await mynah("restore", archive, data: copy))
        #expect(try await mynah("users", "list", data: copy).text.contains("ada"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["copy", "data", "mynah.tar"])
    }

    @Test func `one backup, restore or sweep is at work at a time`() async throws {
        let data = folder.url.appendingPathComponent("data").path
        expectSuccess(try await mynah("users", "create", "ada", data: data))
        let lock = open("\(data)/maintenance.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        #expect(flock(lock, LOCK_EX) == 0)
        expectFailure(try await mynah("backup", archive, data: data), "Another backup")
        expectFailure(try await mynah("restore", archive, "--replace", data: data), "Another backup")
        expectFailure(try await mynah("files", "sweep", data: data), "Another backup")
        close(lock)
        expectSuccess(try await mynah("backup", archive, data: data))
    }
}
