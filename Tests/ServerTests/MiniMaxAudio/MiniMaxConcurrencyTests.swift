import Foundation
import TestSupport
import Testing

/// How many texts an account may have spoken at once, and what becomes of those that nobody waits for.
@Suite(.timeLimit(.minutes(3)), .serialized) struct MiniMaxConcurrencyTests {
    private static let own = Task { try await RunningServer.start(environment: ["MYNAH_ENGINES_PATIENCE": "600", "MYNAH_LOG_LEVEL": "debug"]) }

    private let server: RunningServer
    private let user: APIClient

    init() async throws {
        server = try await Self.own.value
        user = try await server.newUser()
    }

    /// Begins a request, and keeps it under way.
    private func begin(_ text: String, account: String = "local", key: String? = nil, of client: APIClient? = nil) throws -> RawConnection {
        let client = client ?? user
        let body = #"{"text":"\#(text)","voice_id":"en-us","account":"\#(account)"}"#
        let connection = try RawConnection(to: client.url)
        connection.send(
            "POST /v1/minimax/audio/create-mp3 HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer \(client.key ?? "")\r\n"
                + (key.map { "Idempotency-Key: \($0)\r\n" } ?? "") + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
        return connection
    }

    /// Waits until so many texts of an account are being spoken.
    private func expect(
        runningJobs count: Int, account: String = "local", of client: APIClient, sourceLocation: SourceLocation = #_sourceLocation
    )
        async throws
    {
        let isSo = try await eventually { try await client.get("/v1/minimax/accounts/\(account)").json["runningJobs"].integer == count }
        #expect(isSo, sourceLocation: sourceLocation)
    }

    private static func text(of data: Data?) -> String {
        data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    @Test func `of forty at once, twenty are spoken and twenty are told to wait`() async throws {
        let answers = try await server.withStoppedHosts {
            let connections = try (0..<40).map { try begin("Number \($0).") }
            // Those that are refused are answered while nobody speaks.
            var refused: [Int: String] = [:]
            let isRefused = await eventually {
                for (index, connection) in connections.enumerated() where refused[index] == nil {
                    guard let data = await connection.receive(within: 0.01), !data.isEmpty else { continue }
                    refused[index] = Self.text(of: data) + (await connection.receiveToEnd() ?? "")
                }
                return refused.count >= 20
            }
            #expect(isRefused && refused.count == 20)
            for answer in refused.values {
                #expect(answer.hasPrefix("HTTP/1.1 429 "))
                #expect(answer.contains(#""error":"20 jobs of the account local are running: wait until one ends""#))
                #expect(answer.contains(#""code":429"#))
                for header in ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "Retry-After"] {
                    #expect(answer.lowercased().contains(header.lowercased() + ":"))
                }
            }
            return connections.enumerated().filter { refused[$0.offset] == nil }.map(\.element)
        }
        #expect(answers.count == 20)
        for connection in answers { #expect(Self.text(of: await connection.receive()).hasPrefix("HTTP/1.1 200 ")) }
        #expect(try await user.clipCount() == 20)
    }

    @Test func `twenty texts of a thousand characters at once are all spoken`() async throws {
        let sentence = "The ferry leaves at a quarter to seven, and nobody knows when it will be back. "
        let user = user
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0..<20 {
                group.addTask {
                    let start = "\(index). " + String(repeating: sentence, count: 12)
                    let text = start + String(repeating: "x", count: 1000 - start.count)
                    return try await user.createMP3(["text": .string(text), "voice_id": "en-us"]).status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 20))
    }

    @Test func `who hangs up stops the work, and leaves room and nothing else`() async throws {
        #expect(try await user.post("/v1/minimax/accounts", ["account": "single", "maxJobs": 1]).status == 201)
        try await server.withStoppedHosts {
            let first = try begin("Nobody hears this.", account: "single")
            try await expect(runningJobs: 1, account: "single", of: user)
            let refused = try await user.createMP3(["text": "Nor this.", "voice_id": "en-us", "account": "single"])
            #expect(refused.status == 429)
            #expect(try refused.json["error"] == "1 job of the account single is running: wait until it ends")
            first.close()
            try await expect(runningJobs: 0, account: "single", of: user)
        }
        #expect(try await user.createMP3(["text": "But this.", "voice_id": "en-us", "account": "single"]).status == 200)
        let clips = try await user.get("/v1/minimax/audio?account=single").json["audio_list"].elements
        #expect(clips.map { $0["audio_title"] } == ["But this."])
    }

    @Test func `who hangs up and asks again by the same key is answered`() async throws {
        let answered = try await server.withStoppedHosts {
            let first = try begin("Again.", key: "k")
            try await expect(runningJobs: 1, of: user)
            first.close()
            return try begin("Again.", key: "k")
        }
        #expect(Self.text(of: await answered.receive()).hasPrefix("HTTP/1.1 200 "))
        #expect(try await user.clipCount() == 1)
    }

    /// How many requests the log says were given up because their clients have gone.
    private var goneCount: Int {
        server.log.components(separatedBy: "A client has gone.").count - 1
    }

    /// Waits until the log tells of so many more of them.
    private func expect(goneSince earlier: Int, _ count: Int, sourceLocation: SourceLocation = #_sourceLocation) async {
        let isSo = await eventually { goneCount >= earlier + count }
        #expect(isSo, sourceLocation: sourceLocation)
    }

    @Test func `who waits by a key is answered, however many others with the same key hang up`() async throws {
        let earlier = goneCount
        let patient = try await server.withStoppedHosts {
            let patient = try begin("Patience.", key: "k")
            try await expect(runningJobs: 1, of: user)
            for index in 1...6 {
                let other = try begin("Patience.", key: "k")
                other.close()
                await expect(goneSince: earlier, index)
                #expect(try await user.get("/v1/minimax/accounts/local").json["runningJobs"] == 1)
            }
            return patient
        }
        #expect(Self.text(of: await patient.receive()).hasPrefix("HTTP/1.1 200 "))
        #expect(try await user.clipCount() == 1)
    }

    @Test func `when all who wait by a key have hung up, nothing is left`() async throws {
        let earlier = goneCount
        try await server.withStoppedHosts {
            let connections = try (0..<3).map { _ in try begin("Impatience.", key: "k") }
            try await expect(runningJobs: 1, of: user)
            for connection in connections { connection.close() }
            await expect(goneSince: earlier, 3)
            try await expect(runningJobs: 0, of: user)
        }
        let answer = try await user.createMP3(["text": "Impatience.", "voice_id": "en-us", "speed": 2], once: "k")
        #expect(answer.status == 200, "the key is free again: \(answer.text)")
        #expect(try await user.clipCount() == 1)
    }

    @Test func `who closes its half of the connection has gone, which is no fault of the server's`() async throws {
        let earlier = goneCount
        let answer = try await server.withStoppedHosts {
            let connection = try begin("Half.")
            try await expect(runningJobs: 1, of: user)
            connection.endSending()
            let answer = await connection.receiveToEnd() ?? ""
            try await expect(runningJobs: 0, of: user)
            return answer
        }
        #expect(answer.hasPrefix("HTTP/1.1 503 ") && answer.contains("given up"), "\(answer)")
        await expect(goneSince: earlier, 1)
        #expect(!server.log.contains("A request failed"))
    }

    @Test(arguments: [nil, "k"]) func `who waits is told that the account was deleted`(key: String?) async throws {
        #expect(try await user.post("/v1/minimax/accounts", ["account": "brief"]).status == 201)
        let answer = try await server.withStoppedHosts {
            let connection = try begin("Too long.", account: "brief", key: key)
            try await expect(runningJobs: 1, account: "brief", of: user)
            #expect(try await user.send("DELETE", "/v1/minimax/accounts/brief").status == 200)
            return await connection.receiveToEnd() ?? ""
        }
        #expect(answer.hasPrefix("HTTP/1.1 404 "), "\(answer)")
        let sentence = "The account brief, or the text alone, was deleted while the text was being spoken"
        #expect(answer.contains(#""error":"\#(sentence)""#), "\(answer)")
    }

    @Test func `after a crash only what can be asked for again is spoken`() async throws {
        let server = try await RunningServer.start(environment: ["MYNAH_ENGINES_PATIENCE": "600"])
        try await server.withStoppedHosts {
            let connections = [try begin("Forsaken.", of: server.client), try begin("Again.", key: "k", of: server.client)]
            try await expect(runningJobs: 2, of: server.client)
            await server.kill()
            for connection in connections { connection.close() }
        }
        let next = try await server.restarted()
        let answer = try await next.client.createMP3(["text": "Again.", "voice_id": "en-us"], once: "k")
        #expect(answer.status == 200, "\(answer.text)")
        try await expect(runningJobs: 0, of: next.client)
        #expect(try await next.client.get("/v1/minimax/audio").json["audio_list"].elements.map { $0["audio_title"] } == ["Again."])
    }

    @Test func `a server that stops tells who waits to come back`() async throws {
        let server = try await RunningServer.start(environment: ["MYNAH_ENGINES_PATIENCE": "600", "MYNAH_SHUTDOWN_GRACE": "1"])
        try await server.withStoppedHosts {
            let connection = try begin("Too late.", of: server.client)
            try await expect(runningJobs: 1, of: server.client)
            async let code = server.stop()
            let answer = await connection.receiveToEnd() ?? ""
            #expect(answer.hasPrefix("HTTP/1.1 503 ") && answer.contains(#""code":503"#), "\(answer)")
            _ = await code
        }
    }
}
