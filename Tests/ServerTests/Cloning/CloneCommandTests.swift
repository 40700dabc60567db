import Foundation
import TestSupport
import Testing

/// `mynah clone --name`, `mynah say --voice`, and backups with clones in them.
@Suite(.timeLimit(.minutes(5))) struct CloneCommandTests {
    @Test func `a voice that is cloned on the command line speaks there, in the API, and after a backup`() async throws {
        let server = try await RunningServer.start()
        let user = try await server.newUser(monthlyCredits: 100)
        let folder = try TemporaryFolder()
        func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }
        try await Recordings.short.bytes.write(to: URL(fileURLWithPath: path("me.mp3")))

        let made = try await server.mynah("clone", path("me.mp3"), "--name", "Me", "--user", user.userName)
        #expect(made.exitCode == 0 && made.text.contains("Made the voice Me of \(user.userName)'s"), "\(made.errors)")
        let again = try await server.mynah("clone", path("me.mp3"), "--name", "Me", "--user", user.userName)
        #expect(again.exitCode == 1 && again.errors.contains("There is a voice Me already"), "\(again.errors)")
        let said = try await server.mynah("say", "--voice", "Me", "Hello there.", "-o", path("said.mp3"))
        #expect(said.exitCode == 0, "\(said.errors)")
        #expect(try DecodedAudio(Data(contentsOf: URL(fileURLWithPath: path("said.mp3")))).peak > 0.1)
        let clone = try #require(try await user.clones().first)
        #expect(clone["voice_name"] == "Me")
        try await expectListed(try #require(clone["id"].string), of: user.userName, on: server)
        #expect(try await user.credits() == 100)
        let spoken = try await user.spoken("Hello.", voice: try #require(clone["id"].string))
        #expect(spoken["status"] == "COMPLETED" && spoken["voice"]["type"] == "USER")

        #expect(try await server.mynah("backup", path("mynah.tar")).exitCode == 0)
        #expect(try await BuiltProgram.run(["restore", path("mynah.tar"), "--data", path("data")], in: folder.url).exitCode == 0)
        let restored = try await RunningServer.start(onDataIn: folder, key: try #require(user.key))
        #expect(try await restored.client.clones().map { $0["id"] } == [clone["id"]])
        #expect(try await restored.client.spoken("Hello again.", voice: try #require(clone["id"].string))["status"] == "COMPLETED")
        let sample = try #require(try await restored.client.clones().first?["sample_audio"].string)
        #expect(try await restored.client.anonymous.get(sample).status == 200)
        #expect(await restored.stop() == 0)
        #expect(await server.stop() == 0)
    }

    /// That `mynah voices` shows a clone called Me, the only one, as it shows the system's voices.
    private func expectListed(_ id: String, of userName: String, on server: RunningServer) async throws {
        let all = try await server.mynah("voices")
        let lines = all.text.split(separator: "\n")
        #expect(all.exitCode == 0 && lines.contains { $0.hasPrefix("slt ") })
        #expect(lines.last?.hasPrefix(id) == true && lines.last?.hasSuffix("  Me") == true)
        let described = try JSON(Data(try await server.mynah("voices", "--user", userName, "--json").text.utf8))
        #expect(described.elements.map { $0["id"] } == [.string(id)] && described.elements.first?["user"] == .string(userName))
        let other = try await server.newUser()
        let none = try await server.mynah("voices", "--user", other.userName)
        #expect(none.text.split(separator: "\n").count == 1 && none.errors.contains("No voice is like that"))
        #expect(try await server.mynah("voices", "--search", "no such voice").text.contains(id) == false)
        #expect(try await server.mynah("voices", "--user", "nobody").errors.contains("There is no user nobody"))
    }

    @Test func `who looks at voices gets no data folder`() async throws {
        let folder = try TemporaryFolder()
        let all = try await BuiltProgram.run(["voices", "--data", "data"], in: folder.url)
        #expect(all.exitCode == 0 && all.text.contains("\nslt "))
        let mine = try await BuiltProgram.run(["voices", "--data", "data", "--user", "ada"], in: folder.url)
        #expect(mine.exitCode == 1 && mine.errorLines.count == 1 && mine.errors.contains("There is no data in"), "\(mine.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test func `what can't be cloned is said in a line`() async throws {
        let folder = try TemporaryFolder()
        try Data("no audio".utf8).write(to: folder.url.appendingPathComponent("text.mp3"))
        func run(_ arguments: String...) async throws -> CommandResult {
            try await BuiltProgram.run(arguments, in: folder.url)
        }
        let text = try await run("clone", "text.mp3", "--name", "Me", "--data", "data")
        #expect(text.exitCode == 1 && text.errorLines.count == 1, "\(text.errors)")
        #expect(try await run("clone", "text.mp3", "-o", "me.json").exitCode == 1)
        #expect(try await run("clone", "none.mp3", "--name", "Me", "--data", "data").errors.contains("none.mp3 can't be read"))
        for wrong in [["clone", "text.mp3"], ["clone", "text.mp3", "--name", "Me", "-o", "a"], ["clone", "text.mp3", "-o", "a", "--user", "b"]] {
            #expect(try await BuiltProgram.run(wrong, in: folder.url).exitCode == 64)
        }
        let nobody = try await run("say", "--voice", "Nobody", "Hello", "-o", "a.mp3", "--data", "data")
        #expect(nobody.exitCode == 1 && nobody.errors.contains("There is no voice Nobody"), "\(nobody.errors)")
    }
}
