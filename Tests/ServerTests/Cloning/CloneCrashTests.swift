import Foundation
import TestSupport
import Testing

/// Servers and hosts that are killed while a voice is cloned.
@Suite(.timeLimit(.minutes(5))) struct CloneCrashTests {
    private static let credits = 5000
    /// Hosts whose work is stopped are not hosts that hang.
    private static let patience = ["MYNAH_ENGINES_PATIENCE": "600"]

    private func expectNothing(_ server: RunningServer, _ user: APIClient) async throws {
        #expect(try await user.credits() == Self.credits)
        #expect(try await user.clones().isEmpty)
        #expect(try await server.mynah("credits", "audit").text == "All credits add up.")
        #expect(server.storedFiles == [] && server.temporaryFiles == [])
    }

    @Test func `a server that is killed while it clones has charged nothing, and its next start leaves no file`() async throws {
        let server = try await RunningServer.start(environment: Self.patience)
        var user = try await server.newUser(monthlyCredits: Self.credits)
        let file = try await Recordings.short
        let begun = server.nextWork()
        let clone = Task { [user] in try await user.cloneByCredits(of: file) }
        let work = try #require(await begun.value)
        await server.kill()
        work.goOn()
        await #expect(throws: HTTPFailure.self) { try await clone.value }
        let next = try await server.restarted()
        user.url = next.url
        try await expectNothing(next, user)
        #expect(await next.stop() == 0)
    }

    @Test func `a client that hangs up stops the work, and pays nothing`() async throws {
        let server = try await RunningServer.start(environment: Self.patience)
        let user = try await server.newUser(monthlyCredits: Self.credits)
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("me.mp3").path
        try await Recordings.short.bytes.write(to: URL(fileURLWithPath: file))
        let begun = server.nextWork()
        let client = try SpawnedProcess(
            "curl", ["-sS", "-F", "voice=@\(file)", "-H", "Authorization: Bearer \(user.key ?? "")", "\(user.url)/api/v1/voice-clone"],
            environment: ProcessInfo.processInfo.environment, folder: folder.url.path)
        _ = try #require(await begun.value)
        client.send(SIGKILL)
        _ = await client.exitCode()
        #expect(await eventually { server.busyHosts.isEmpty })
        try await expectNothing(server, user)
        #expect(await server.stop() == 0)
    }

    @Test func `hosts that die over a recording cost that request alone`() async throws {
        let server = try await RunningServer.start(environment: Self.patience.merging(["MYNAH_ENGINES_COUNT": "2"]) { $1 })
        let user = try await server.newUser(monthlyCredits: Self.credits)
        let file = try await Recordings.short
        var begun = server.nextWork()
        let clone = Task { try await user.cloneByCredits(of: file) }
        // It is tried three times.
        for attempt in 1...3 {
            let work = try #require(await begun.value)
            if attempt < 3 { begun = server.nextWork() }
            kill(work.host, SIGKILL)
        }
        let answer = try await clone.value
        #expect(answer.status == 400)
        #expect(try answer.json["error"].string?.hasPrefix("voice: The recording can't be read: what reads it was killed") == true, "\(answer.text)")
        try await expectNothing(server, user)
        #expect(try await user.spoken("It speaks on.")["status"] == "COMPLETED")
        #expect(await server.stop() == 0)
    }
}
