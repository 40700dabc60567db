import Foundation
import TestSupport
import Testing

/// How many requests a key and a user may have under way at once.
@Suite(.timeLimit(.minutes(3))) struct ConcurrencyTests {
    private static let small = Task {
        try await RunningServer.start(
            environment: [
                "MYNAH_LIMITS_CONCURRENT_REQUESTS_PER_KEY": "1", "MYNAH_LIMITS_CONCURRENT_REQUESTS_PER_USER": "2", "MYNAH_ENGINES_PATIENCE": "600",
            ])
    }

    private let server: RunningServer
    private let user: APIClient

    init() async throws {
        server = try await Self.small.value
        user = try await server.newUser()
    }

    /// Another client of the same user, with a key of its own.
    private func another() async throws -> APIClient {
        var client = user
        client.key = try await server.mynah("keys", "create", "--user", user.userName).text
        return client
    }

    /// Begins a request, and keeps it under way.
    private func begin(_ head: String, of client: APIClient, receiveBuffer: Int32? = nil) throws -> RawConnection {
        let connection = try RawConnection(to: server.url, receiveBuffer: receiveBuffer)
        connection.send(
            "\(head) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(client.key ?? "")\r\nContent-Length: \(head.hasPrefix("POST") ? 100 : 0)\r\n\r\n")
        return connection
    }

    /// Begins a request, and waits until it is under way: one that comes while another of the key's is being answered is refused, and begun anew.
    private func hold(_ client: APIClient) async throws -> RawConnection {
        var connection = try begin("POST /api/v1/tts", of: client)
        let isHeld = try await eventually {
            if let answer = await connection.receive(within: 0.01), !answer.isEmpty { connection = try begin("POST /api/v1/tts", of: client) }
            return try await client.get("/api/v1/credits").status == 429
        }
        #expect(isHeld)
        return connection
    }

    /// Waits until a request is answered so; what another connection begins or ends takes its moment.
    private func expect(_ status: Int, of client: APIClient, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let isAnswered = try await eventually { try await client.get("/api/v1/credits").status == status }
        #expect(isAnswered, sourceLocation: sourceLocation)
    }

    @Test func `a key with enough under way is told to come back in a second`() async throws {
        let begun = try await hold(user)
        let answer = try await user.get("/api/v1/credits")
        #expect(answer.status == 429)
        #expect(answer["Retry-After"] == "1")
        #expect(try answer.json == ["code": "RATE_LIMITED", "error": "Too many requests at once: at most 1 may be under way"])
        for header in ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"] { #expect(answer[header] != nil) }
        // What needs no key is not the key's.
        #expect(try await user.anonymous.get("/healthz").status == 200)
        begun.close()
        try await expect(200, of: user)
    }

    @Test func `a user's keys share what may be under way`() async throws {
        let (second, third) = (try await another(), try await another())
        let begun = [try await hold(user), try await hold(second)]
        try await expect(429, of: third)
        #expect(try await third.get("/api/v1/credits").json["error"] == "Too many requests at once: at most 2 may be under way")
        #expect(try await server.newUser().get("/api/v1/credits").status == 200)
        for connection in begun { connection.close() }
        for client in [user, second, third] { try await expect(200, of: client) }
    }

    @Test func `a download counts until it is sent, or its client has gone`() async throws {
        let id = try #require(try await user.speak(LargeFile.text, format: "wav").json["speechId"].string)
        let other = try await another()
        #expect(try await eventually { try await other.get("/api/v1/tts/\(id)").json["speech"]["status"] == "COMPLETED" })
        let slow = try begin("GET /api/v1/tts/\(id)/audio", of: user, receiveBuffer: 4096)
        #expect(await slow.receive().map { String(decoding: $0, as: UTF8.self) }?.hasPrefix("HTTP/1.1 200 ") == true)
        for _ in 0..<3 { #expect(try await user.get("/api/v1/credits").status == 429) }
        slow.close()
        try await expect(200, of: user)
        // One that is sent to its end gives its place back while the connection stays.
        let whole = try begin("GET /api/v1/tts/\(id)/audio", of: user)
        let size = try #require(try await other.send("HEAD", "/api/v1/tts/\(id)/audio")["Content-Length"].flatMap { Int($0) })
        var received = 0
        while received < size { received += try #require(await whole.receive()).count }
        try await expect(200, of: user)
        withExtendedLifetime(whole) {}
    }

    @Test func `a client that no longer waits has nothing under way`() async throws {
        let id = try await server.withStoppedHosts {
            let id = try #require(try await user.speak("Nobody hears this for a while.").json["speechId"].string)
            let waiting = try begin("GET /api/v1/tts/\(id)/audio?wait=300", of: user)
            try await expect(429, of: user)
            waiting.close()
            try await expect(200, of: user)
            return id
        }
        #expect(try await user.finished(id)["status"] == "COMPLETED")
    }
}
