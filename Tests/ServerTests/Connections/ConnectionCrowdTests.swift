import Foundation
import TestSupport
import Testing

/// Many connections at once, and none too many.
@Suite(.timeLimit(.minutes(3))) struct ConnectionCrowdTests {
    /// A connection that the server has counted: it has answered on it.
    private func countedConnection(to server: RunningServer) async throws -> RawConnection {
        let connection = try RawConnection(to: server.url)
        connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(await connection.receive().map { String(decoding: $0, as: UTF8.self) }?.hasPrefix("HTTP/1.1 200 ") == true)
        return connection
    }

    @Test func `an address has so many connections, and its others are told`() async throws {
        let server = try await RunningServer.start(environment: ["MYNAH_HTTP_CONNECTIONS_PER_ADDRESS": "3"])
        var held: [RawConnection] = []
        for _ in 0..<3 { held.append(try await countedConnection(to: server)) }
        let refused = try #require(await RawConnection(to: server.url).receiveToEnd())
        #expect(refused.hasPrefix("HTTP/1.1 429 Too Many Requests\r\n"), "\(refused)")
        #expect(refused.contains("An address may have 3 connections at once"))
        held.removeLast()
        #expect(try await eventually { try await server.client.get("/healthz").status == 200 })
        // The connection of a request that was answered may still be counted when the next one comes.
        #expect(try await eventually { try await server.metric("mynah_connections_refused_total") ?? 0 >= 1 })
    }

    @Test func `there are so many connections in all, of proxies as well`() async throws {
        let server = try await RunningServer.start(
            environment: ["MYNAH_HTTP_CONNECTIONS": "4", "MYNAH_HTTP_CONNECTIONS_PER_ADDRESS": "1", "MYNAH_HTTP_TRUSTED_PROXIES": "127.0.0.1"])
        var held: [RawConnection] = []
        for _ in 0..<4 { held.append(try await countedConnection(to: server)) }
        let refused = try #require(await RawConnection(to: server.url).receiveToEnd())
        #expect(refused.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"), "\(refused)")
        #expect(refused.contains("Retry-After: "))
        held.removeAll()
        #expect(try await eventually { try await server.client.get("/healthz").status == 200 })
    }

    @Test func `a thousand idle connections and a thousand slow ones are no burden`() async throws {
        try FileLimit.raise(to: 4096)
        let server = try await RunningServer.start(
            environment: [
                "MYNAH_HTTP_CONNECTIONS_PER_ADDRESS": "3000", "MYNAH_HTTP_IDLE_TIMEOUT": "600", "MYNAH_HTTP_HEAD_TIMEOUT": "600",
                "MYNAH_HTTP_BODY_TIMEOUT": "600",
            ])
        _ = try await server.client.spoken("One, to be warm.")
        let before = try server.memory
        let idle = try (0..<1000).map { _ in try RawConnection(to: server.url) }
        let slow = try (0..<1000).map { _ in try RawConnection(to: server.url) }
        for (index, connection) in slow.enumerated() {
            connection.send(index.isMultiple(of: 2) ? "GET /healthz HTTP/1.1\r\nx: " : "POST /nowhere HTTP/1.1\r\nContent-Length: 9\r\n\r\n1")
        }
        #expect(try await eventually { try await server.metric("mynah_connections") ?? 0 >= 2000 - 500 })
        let work = try server.processorTime
        for _ in 0..<10 { #expect(try await server.client.get("/api/v1/credits").status == 200) }
        #expect(try await server.client.spoken("Two, among two thousand.")["status"] == "COMPLETED")
        #expect(try server.processorTime - work < .seconds(10))
        #expect(try server.memory - before < 100)
        #expect(await server.stop() == 0)
        withExtendedLifetime((idle, slow)) {}
    }

    @Test func `a server that may open few files takes few connections, and says so`() async throws {
        let server = try await RunningServer.start(entering: ["prlimit", "--nofile=256:256"])
        #expect(server.log.contains("leaves room for fewer connections than http.connections"))
        try FileLimit.raise(to: 4096)
        let held = try (0..<400).map { _ in try RawConnection(to: server.url) }
        // The last waits in the kernel until others before it have been refused and are gone.
        let refused = try #require(await held[399].receiveToEnd())
        #expect(refused.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"), "\(refused) \(server.log)")
        for connection in held { connection.close() }
        #expect(try await eventually { try await server.client.get("/healthz").status == 200 })
        #expect(try await server.client.spoken("One.")["status"] == "COMPLETED")
    }

    @Test func `clients that stop reading cost no more than what is on its way to them`() async throws {
        let server = try await RunningServer.start()
        let path = try #require(try await server.client.spoken(LargeFile.text, format: "wav")["audioUrl"].string)
            .replacingOccurrences(of: server.url, with: "")
        let before = try server.memory
        let readers = try (0..<100).map { _ in try RawConnection(to: server.url, receiveBuffer: 4096) }
        for reader in readers { reader.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n") }
        for reader in readers { #expect(await reader.receive()?.isEmpty == false) }
        // Whole, they would be more than a gigabyte.
        #expect(try server.memory - before < 64)
        #expect(try await server.client.get("/healthz").status == 200)
    }

    @Test func `a server that is to stop waits for no client that stands still`() async throws {
        // If it waited for any of them, or for what is under way, the test's time would be over first.
        let server = try await RunningServer.start(
            environment: [
                "MYNAH_HTTP_IDLE_TIMEOUT": "600", "MYNAH_HTTP_HEAD_TIMEOUT": "600", "MYNAH_HTTP_BODY_TIMEOUT": "600", "MYNAH_SHUTDOWN_GRACE": "600",
            ])
        let client = server.client
        let path = try #require(try await client.spoken(LargeFile.text, format: "wav")["audioUrl"].string)
            .replacingOccurrences(of: server.url, with: "")
        let key = "Authorization: Bearer \(server.key)\r\n"
        let connections = try (0..<5).map { _ in try RawConnection(to: server.url, receiveBuffer: 4096) }
        connections[1].send("GET /healthz HTTP/1.1\r\nHost: ")
        connections[2].send("POST /api/v1/tts HTTP/1.1\r\nHost: a\r\n\(key)Content-Length: 100\r\n\r\n{")
        connections[3].send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
        connections[4].send("POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n1")
        #expect(await connections[3].receive()?.isEmpty == false)
        #expect(await server.stop() == 0)
    }

    @Test func `who hangs up while waiting for speech is not waited for`() async throws {
        let server = try await RunningServer.start(environment: ["MYNAH_ENGINES_PATIENCE": "600"])
        let client = server.client
        try await server.withStoppedHosts {
            let id = try #require(try await client.speak("Nobody waits for this.").json["speechId"].string)
            let waiting = try (0..<10).map { _ in try RawConnection(to: server.url) }
            for connection in waiting {
                connection.send("GET /api/v1/tts/\(id)/audio?wait=300 HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(server.key)\r\n\r\n")
            }
            #expect(try await eventually { try await server.metric("http_server_active_requests") ?? 0 >= 11 })
            for connection in waiting { connection.close() }
            // The one that asks is one.
            #expect(try await eventually { try await server.metric("http_server_active_requests") == 1 })
            #expect(try await client.get("/api/v1/tts/\(id)").json["speech"]["status"] == "PROCESSING")
        }
    }
}
