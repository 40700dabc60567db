import Foundation
import TestSupport
import Testing

/// Clients that take their time, never end, or make no sense.
@Suite(.timeLimit(.minutes(3))) struct HostileClientTests {
    private let server: RunningServer

    private static let impatient = Task {
        try await RunningServer.start(
            environment: ["MYNAH_HTTP_IDLE_TIMEOUT": "2", "MYNAH_HTTP_HEAD_TIMEOUT": "1", "MYNAH_HTTP_BODY_TIMEOUT": "1"])
    }

    init() async throws {
        server = try await Self.impatient.value
    }

    private func connection() throws -> RawConnection {
        try RawConnection(to: server.url)
    }

    private func post(_ fields: String, to path: String = "/api/v1/tts") -> String {
        "POST \(path) HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer \(server.key)\r\nContent-Type: application/json\r\n\(fields)\r\n\r\n"
    }

    @Test func `a connection that says nothing is closed`() async throws {
        #expect(try await connection().receiveToEnd() == "")
    }

    @Test func `a connection that was used is closed when nothing more comes`() async throws {
        let connection = try connection()
        connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
        let answer = try #require(await connection.receiveToEnd())
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.hasSuffix("\r\n\r\nok\n"))
    }

    @Test func `a head that drips is refused`() async throws {
        let connection = try connection()
        connection.send("GET /healthz HTTP/1.1\r\nHost: a\r\n")
        let answer = try #require(await connection.drip("x: y\r\n", every: 0.1))
        #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"), "\(answer)")
        #expect(answer.hasSuffix("The request's header fields took too long to arrive\n"))
    }

    @Test func `a body that drips is refused, however whole it looks, and nothing is taken on`() async throws {
        let user = try await server.newUser(monthlyCredits: 1000)
        let connection = try connection()
        let body = #"{"text":"One.","voiceId":"rms"}"#
        connection.send(post("Content-Length: 100000").replacingOccurrences(of: server.key, with: user.key ?? "") + body)
        let answer = try #require(await connection.drip(" ", every: 0.1))
        #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"), "\(answer)")
        #expect(answer.contains("Connection: close\r\n"))
        #expect(answer.hasSuffix(#"{"code":"INVALID_PARAMETERS","error":"The request's body took too long to arrive"}"#))
        #expect(try await user.credits() == 1000)
    }

    @Test func `a body that is cut off is not taken for a whole one`() async throws {
        let user = try await server.newUser(monthlyCredits: 1000)
        for fields in ["Content-Length: 1000", "Transfer-Encoding: chunked"] {
            let connection = try connection()
            let body = #"{"text":"One.","voiceId":"rms"}"#
            let chunk = fields.hasPrefix("T") ? "\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n" : body
            connection.send(post(fields).replacingOccurrences(of: server.key, with: user.key ?? "") + chunk)
            connection.endSending()
            let answer = try #require(await connection.receiveToEnd())
            #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"), "\(answer)")
            #expect(answer.contains("The request ended before it was whole"))
        }
        #expect(try await user.credits() == 1000)
    }

    @Test(arguments: ["Transfer-Encoding: chunked", "Content-Length: 99999999999"])
    func `a body that never ends is refused once it is too long`(fields: String) async throws {
        let piece = String(repeating: "a", count: 1 << 16)
        let chunk = fields.hasPrefix("T") ? "10000\r\n\(piece)\r\n" : piece
        let connection = try connection()
        connection.send(post(fields))
        let answer = try #require(await connection.drip(chunk, every: 0.001))
        #expect(answer.hasPrefix("HTTP/1.1 413 Payload Too Large\r\n"), "\(answer)")
        #expect(answer.contains("Connection: close\r\n"))
        #expect(answer.contains("The body has at most 1048576 bytes"))
    }

    @Test func `a body that nobody wants is not heard out`() async throws {
        let chunk = "1000\r\n\(String(repeating: "a", count: 4096))\r\n"
        let connection = try connection()
        connection.send("POST /nowhere HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
        let answer = try #require(await connection.drip(chunk, every: 0.01))
        #expect(answer.hasPrefix("HTTP/1.1 404 Not Found\r\n"), "\(answer)")
        #expect(answer.contains("Connection: close\r\n"))
    }

    @Test func `a body whose chunks make no sense is refused`() async throws {
        let connection = try connection()
        connection.send(post("Transfer-Encoding: chunked") + "zz\r\nabc\r\n")
        let answer = try #require(await connection.receiveToEnd())
        #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"), "\(answer)")
        #expect(answer.contains("The request is not well-formed HTTP/1.1"))
    }

    @Test(arguments: [
        "hello\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET /\u{1} HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}",
    ])
    func `what is no HTTP is refused`(text: String) async throws {
        let connection = try connection()
        connection.send(text)
        let answer = try #require(await connection.receiveToEnd())
        #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n") || answer.hasPrefix("HTTP/1.1 408 "), "\(answer)")
        #expect(answer.contains("Connection: close\r\n"))
    }

    @Test(arguments: [
        "GET /\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nx: \(String(repeating: "a", count: 40_000))\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "x: \(String(repeating: "a", count: 990))\r\n", count: 40))\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "x: y\r\n", count: 200))\r\n",
    ])
    func `a head that is too large is refused`(head: String) async throws {
        let connection = try connection()
        connection.send(head)
        let answer = try #require(await connection.receiveToEnd())
        #expect(answer.hasPrefix("HTTP/1.1 431 Request Header Fields Too Large\r\n"), "\(answer)")
        #expect(answer.contains("at most 32768 bytes"))
    }

    @Test func `requests that are sent in advance are answered in turn`() async throws {
        let connection = try connection()
        connection.send(
            "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: a\r\n\r\nGET /readyz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        )
        let answer = try #require(await connection.receiveToEnd())
        #expect(answer.matches(of: #/HTTP/1\.1 (\d+)/#).map(\.1) == ["200", "404", "200"])
        #expect(answer.hasSuffix("ready\n"))
    }

    @Test func `who stops reading is dropped, and holds nothing`() async throws {
        let user = try await server.newUser()
        let speech = try await user.spoken(LargeFile.text, format: "wav")
        let path = try #require(speech["audioUrl"].string).replacingOccurrences(of: server.url, with: "")
        let size = try #require(Int(try await user.send("HEAD", path)["Content-Length"] ?? ""))
        let stored = server.storedFiles
        #expect(!stored.isEmpty)
        let reader = try RawConnection(to: server.url, receiveBuffer: 4096)
        reader.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
        #expect(await reader.receive()?.isEmpty == false)
        #expect(await eventually { Set(server.openFiles).isDisjoint(with: stored) })
        // What the kernels had is still there to be read, and no more.
        let rest = try #require(await reader.receiveBytesToEnd())
        #expect(rest.count < size)
    }

    @Test func `who hangs up in the midst of a download holds nothing`() async throws {
        // This one is patient: it is not time that ends the downloads.
        let server = try await SharedServer.running
        let user = try await server.newUser()
        let speech = try await user.spoken(LargeFile.text, format: "wav")
        let path = try #require(speech["audioUrl"].string).replacingOccurrences(of: server.url, with: "")
        let others = Set(server.openFiles)
        var opened: Set<String> = []
        for _ in 0..<20 {
            let reader = try RawConnection(to: server.url, receiveBuffer: 4096)
            reader.send("GET \(path) HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(await reader.receive()?.isEmpty == false)
            opened.formUnion(Set(server.openFiles).subtracting(others))
            reader.close()
        }
        #expect(!opened.isEmpty)
        #expect(await eventually { opened.isDisjoint(with: server.openFiles) })
    }
}
