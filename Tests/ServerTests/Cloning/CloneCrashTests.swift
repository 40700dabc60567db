import Foundation
import TestSupport
import Testing

/// Servers and hosts that are killed while a voice is cloned.
@Suite(.timeLimit(.minutes(5))) struct CloneCrashTests {
    private static let credits = 5000

    private func expectNothing(_ server: RunningServer, _ user: APIClient) async throws {
        #expect(try await user.credits() == Self.credits)
        #expect(try await user.clones().isEmpty)
        #expect(try await server.mynah("credits", "audit").text == "All credits add up.")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: server.data)
        #expect(!paths.contains { $0.hasPrefix("files/") && $0.split(separator: "/").count == 3 || $0.hasPrefix("tmp/") }, "\(paths)")
    }

    /// Asks for a clone, and waits until a host is at work on it.
    private func begin(_ server: RunningServer, _ user: APIClient) async throws -> Task<HTTPAnswer, any Error> {
        let file = try await Recordings.short
        let clone = Task { try await user.cloneByCredits(of: file) }
        #expect(await eventually { !server.busyHosts.isEmpty })
        return clone
    }

    @Test func `a server that is killed while it clones has charged nothing, and its next start leaves no file`() async throws {
        let server = try await RunningServer.start()
        var user = try await server.newUser(monthlyCredits: Self.credits)
        let clone = try await begin(server, user)
        await server.kill()
        await #expect(throws: HTTPFailure.self) { try await clone.value }
        let next = try await server.restarted()
        user.url = next.url
        try await expectNothing(next, user)
        #expect(await next.stop() == 0)
    }

    @Test func `a client that hangs up stops the work, and pays nothing`() async throws {
        let server = try await RunningServer.start()
        let user = try await server.newUser(monthlyCredits: Self.credits)
        let folder = try TemporaryFolder()
        let file = folder.url.appendingPathComponent("me.mp3").path
        try await Recordings.short.bytes.write(to: URL(fileURLWithPath: file))
        let client = try SpawnedProcess(
            "curl", ["-sS", "-F", "voice=@\(file)", "-H", "Authorization: Bearer \(user.key ?? "")", "\(user.url)/api/v1/voice-clone"],
            environment: ProcessInfo.processInfo.environment, folder: folder.url.path)
        #expect(await eventually { !server.busyHosts.isEmpty })
        client.send(SIGKILL)
        _ = await client.exitCode()
        #expect(await eventually { server.busyHosts.isEmpty })
        try await expectNothing(server, user)
        #expect(await server.stop() == 0)
    }

    @Test func `hosts that die over a recording cost that request alone`() async throws {
        let server = try await RunningServer.start(environment: ["MYNAH_ENGINES_COUNT": "2"])
        let user = try await server.newUser(monthlyCredits: Self.credits)
        let clone = try await begin(server, user)
        let killing = Task {
            while !Task.isCancelled {
                for host in server.busyHosts { kill(host, SIGKILL) }
                await Task.yield()
            }
        }
        let answer = try await clone.value
        killing.cancel()
        await killing.value
        #expect(answer.status == 400)
        #expect(try answer.json["error"].string?.hasPrefix("voice: The recording can't be read: what reads it was killed") == true, "\(answer.text)")
        try await expectNothing(server, user)
        #expect(try await user.spoken("It speaks on.")["status"] == "COMPLETED")
        #expect(await server.stop() == 0)
    }
}
