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
