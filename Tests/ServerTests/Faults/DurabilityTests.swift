import Foundation
import TestSupport
import Testing

/// What was taken on is done, once, whatever dies in the meantime.
@Suite(.timeLimit(.minutes(3))) struct DurabilityTests {
    /// Hosts that are stopped are not hosts that hang.
    private static let patience = ["MYNAH_ENGINES_PATIENCE": "600"]

    /// Texts that take a server a while, each with a price of its own.
    private static func texts(_ count: Int) -> [String] {
        (1...count).map { number in "Task \(number). " + String(repeating: "It is spoken once, and paid once. ", count: 12 + number) }
    }

    /// Has the server take on the texts, and none of them done when this returns: the hosts go on from here.
    private func takeOn(_ texts: [String], by server: RunningServer) async throws -> [String] {
        let client = server.client
        return try await server.withStoppedHosts {
            let ids = try await withThrowingTaskGroup(of: String?.self) { group in
                for text in texts { group.addTask { try await client.speak(text).json["speechId"].string } }
                return try await group.reduce(into: []) { ids, id in ids.append(try #require(id)) }
            }
            for id in ids { #expect(try await client.get("/api/v1/tts/\(id)").json["speech"]["status"] == "PROCESSING") }
            return ids
        }
    }

    private func expectWhole(_ ids: [String], by client: APIClient) async throws {
        for id in ids {
            let speech = try await client.finished(id)
            #expect(speech["status"] == "COMPLETED")
            let link = try #require(speech["audioUrl"].string)
            let audio = try DecodedAudio(try await client.anonymous.get(link).body)
            #expect(abs(audio.duration - (speech["duration"].number ?? 0)) < 0.02)
            #expect(audio.duration > 10)
        }
    }

    @Test func `a killed server's tasks are all done by the next, and paid once`() async throws {
        let server = try await RunningServer.start(environment: Self.patience)
        let before = try #require(try await server.client.credits())
        let texts = Self.texts(20)
        let ids = try await takeOn(texts, by: server)
        #expect(Set(ids).count == 20)
        let voice = try #require(try await server.client.get("/api/v1/tts/\(ids[0])").json["speech"]["voice"]["id"].string)
        await server.kill()
        let next = try await server.restarted()
        let price = texts.reduce(0) { $0 + $1.utf8.count }
        #expect(try await next.client.credits() == before - price)
        try await expectWhole(ids, by: next.client)
        #expect(try await next.client.credits() == before - price)
        #expect(try await next.client.usageCount(ofVoice: voice) == 20)
        let audit = try await next.mynah("credits", "audit")
        #expect(audit.exitCode == 0, "\(audit.text)")
        #expect(await next.stop() == 0)
    }

    @Test func `a killed server leaves no file that nothing names`() async throws {
        let server = try await RunningServer.start(environment: Self.patience)
        let ids = try await takeOn(Self.texts(6), by: server)
        await server.kill()
        let next = try await server.restarted()
        try await expectWhole(ids, by: next.client)
        #expect(await next.stop() == 0)
        #expect(server.storedFiles.count { $0.hasSuffix(".mp3") } == 6)
        #expect(server.temporaryFiles == [] && server.workFolders == [])
    }

    @Test(arguments: ["0", "60"])
    func `a server that is asked to stop loses nothing`(grace: String) async throws {
        let server = try await RunningServer.start(environment: Self.patience.merging(["MYNAH_SHUTDOWN_GRACE": grace]) { $1 })
        let before = try #require(try await server.client.credits())
        let texts = Self.texts(8)
        let ids = try await takeOn(texts, by: server)
        #expect(await server.stop() == 0)
        let next = try await server.restarted()
        try await expectWhole(ids, by: next.client)
        #expect(try await next.client.credits() == before - texts.reduce(0) { $0 + $1.utf8.count })
    }

    @Test func `a task survives the death of the process that speaks it`() async throws {
        let server = try await RunningServer.start(environment: Self.patience)
        let hosts = server.hosts
        #expect(!hosts.isEmpty)
        let before = try #require(try await server.client.credits())
        let text = String(repeating: "It goes on where it was. ", count: 200)
        let begun = server.nextWork()
        let id = try #require(try await server.client.speak(text).json["speechId"].string)
        let victim = try #require(await begun.value).host
        kill(victim, SIGKILL)
        try await expectWhole([id], by: server.client)
        #expect(!server.hosts.contains(victim))
        #expect(await eventually { server.hosts.count == hosts.count })
        #expect(try await server.client.credits() == before - 5000)
    }

    @Test func `the processes of the engines end with a server that is killed`() async throws {
        let server = try await RunningServer.start()
        let hosts = server.hosts
        #expect(!hosts.isEmpty)
        await server.kill()
        // A process that has ended has no command line, also while nobody has asked for its exit code.
        func isRunning(_ host: Int32) -> Bool {
            (try? String(contentsOfFile: "/proc/\(host)/cmdline", encoding: .utf8))?.isEmpty == false
        }
        #expect(await eventually { !hosts.contains(where: isRunning) })
    }

    @Test func `a key and a file outlive a restart`() async throws {
        let server = try await RunningServer.start()
        let link = try #require(try await server.client.spoken("One two three.")["audioUrl"].string)
        let file = try await server.client.get(link).body
        #expect(await server.stop() == 0)
        let next = try await server.restarted()
        #expect(try await next.client.get(link.replacingOccurrences(of: server.url, with: "")).body == file)
        #expect(try await next.client.get("/api/v1/credits").status == 200)
    }
}
