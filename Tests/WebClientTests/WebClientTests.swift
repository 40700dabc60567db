import Foundation
import TestSupport
import Testing
import WebClient

@Suite(.timeLimit(.minutes(3))) struct WebClientTests {
    /// A client that may reach the receivers of the tests.
    private func client(_ timeLimit: Duration = .seconds(120)) throws -> WebClient {
        WebClient(rules: AddressRules(allowing: [try #require(AddressRange("127.0.0.0/8"))]), timeLimit: timeLimit)
    }

    private func request(_ url: String, body: String = "{}") throws -> WebRequest {
        WebRequest(url: try WebURL(url), headers: [("Content-Type", "application/json"), ("X-Test", "one")], body: Array(body.utf8))
    }

    private func expectFailure(
        _ error: WebClientError, of url: String, by client: WebClient, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let request = try request(url)
        await #expect(throws: error, sourceLocation: sourceLocation) { try await client.send(request) }
    }

    @Test func `a request arrives as it was sent`() async throws {
        let receiver = try WebReceiver { _ in .status(202, headers: ["Retry-After": "17"]) }
        let body = #"{"text":"Ünïcödé and \u0000"}"#
        let answer = try await client().send(request(receiver.url("/a%20b?c=d&e"), body: body))
        #expect(answer == WebAnswer(status: 202, retryAfter: .seconds(17)))
        let received = try #require(receiver.requests.first)
        #expect(received.method == "POST" && received.path == "/a%20b?c=d&e" && received.text == body)
        #expect(received["Content-Type"] == "application/json" && received["X-Test"] == "one" && received["User-Agent"] == "Mynah")
        #expect(received["Host"] == "127.0.0.1:\(receiver.port)")
        #expect(received["Expect"] == nil && received["Cookie"] == nil && received["Authorization"] == nil)
    }

    @Test(arguments: [200, 204, 301, 302, 307, 400, 404, 410, 429, 500, 503])
    func `whatever the status, it is the answer, and nothing is followed`(status: Int) async throws {
        let other = try WebReceiver()
        let receiver = try WebReceiver { _ in .status(status, headers: ["Location": other.url()]) }
        #expect(try await client().send(request(receiver.url())) == WebAnswer(status: status))
        #expect(receiver.requests.count == 1 && other.connectionCount == 0)
    }

    @Test func `an interim answer is none`() async throws {
        let receiver = try WebReceiver { _ in .bytes("HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n") }
        #expect(try await client().send(request(receiver.url())).status == 201)
    }

    @Test(arguments: ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"])
    func `no socket is opened to an address that is refused`(host: String) async throws {
        let receiver = try WebReceiver()
        let client = WebClient(rules: AddressRules())
        let url = receiver.url(host: host)
        let request = try request(url)
        do {
            _ = try await client.send(request)
            Issue.record("It was sent.")
        } catch WebClientError.refusedAddress {}
        #expect(receiver.connectionCount == 0)
        #expect(await client.hasRefusedAddress(try WebURL(url)))
    }

    @Test func `a name that leads nowhere is not refused, and not found`() async throws {
        let client = try client()
        let url = "http://nowhere.invalid/hook"
        #expect(await !client.hasRefusedAddress(try WebURL(url)))
        try await expectFailure(.unresolvable, of: url, by: client)
    }

    @Test func `nobody listens`() async throws {
        let port = try SilentPort()
        try await expectFailure(.notConnected, of: "http://127.0.0.1:\(port.number)/", by: client())
        withExtendedLifetime(port) {}
    }

    @Test(
        arguments: [
            .hang(), .hang(after: "HTTP/1.1 200 OK\r\n"), .endless("HTTP/1.1 200 OK\r\n", then: "X: y\r\n", pause: 20_000),
            .endless("HTTP/1.1 102 Processing\r\n\r\n", then: "", pause: 20_000),
        ] as [WebReceiver.Answer])
    func `who hangs or drips is left when time is over`(answer: WebReceiver.Answer) async throws {
        let receiver = try WebReceiver { _ in answer }
        try await expectFailure(.timedOut, of: receiver.url(), by: client(.milliseconds(300)))
    }

    @Test(
        arguments: [
            .endless("HTTP/1.1 200 OK\r\n\r\n", then: String(repeating: "a", count: 65_536)),
            .endless("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", then: "a", pause: 20_000),
            .endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", then: "1\r\na\r\n", pause: 20_000),
            .bytes("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nshort"),
            .bytes("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\n12345"),
        ] as [WebReceiver.Answer])
    func `the status counts, whatever becomes of the body`(answer: WebReceiver.Answer) async throws {
        let receiver = try WebReceiver { _ in answer }
        #expect(try await client(.seconds(5)).send(request(receiver.url())).status == 200)
    }

    @Test(
        arguments: [
            .bytes(""), .bytes("nonsense\r\n\r\n"), .bytes("HTTP/1.1 200 OK\r\nX: y"), .bytes("HTTP/1.1 abc\r\n\r\n"), .bytes("\0\0\0\r\n\r\n"),
            .endless("HTTP/1.1 200 OK\r\n", then: "X: y\r\n"), .endless("HTTP/1.1 200 OK\r\nX: ", then: String(repeating: "y", count: 1000)),
            .endless("", then: "HTTP/1.1 102 Processing\r\n\r\n"),
        ] as [WebReceiver.Answer])
    func `what is no answer is none`(answer: WebReceiver.Answer) async throws {
        let receiver = try WebReceiver { _ in answer }
        let request = try request(receiver.url())
        do {
            _ = try await client().send(request)
            Issue.record("It was answered.")
        } catch WebClientError.malformedAnswer {}
    }

    @Test func `who does not speak TLS is not trusted`() async throws {
        let receiver = try WebReceiver { _ in .bytes("HTTP/1.1 200 OK\r\n\r\n") }
        let request = try request("https://127.0.0.1:\(receiver.port)/")
        do {
            _ = try await client(.seconds(2)).send(request)
            Issue.record("It was answered.")
        } catch WebClientError.notTrusted, WebClientError.timedOut {}
        #expect(receiver.requests.isEmpty)
    }

    @Test func `a certificate that nobody vouches for is not trusted`() async throws {
        let folder = try TemporaryFolder()
        let made = try await Command.run(
            "openssl",
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "key.pem", "-out", "certificate.pem"]
                + ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"], folder: folder.url.path)
        try #require(made.exitCode == 0, "\(made.errors)")
        let log = folder.url.appendingPathComponent("log")
        let server = try SpawnedProcess(
            "openssl", ["s_server", "-accept", "127.0.0.1:0", "-key", "key.pem", "-cert", "certificate.pem", "-www"],
            environment: ProcessInfo.processInfo.environment, folder: folder.url.path, output: log.path)
        var port: Substring?
        let isListening = await eventually {
            port = (try? String(contentsOf: log, encoding: .utf8))?.firstMatch(of: #/ACCEPT 127\.0\.0\.1:(\d+)\n/#)?.1
            return port != nil
        }
        try #require(isListening)
        let (client, request) = (try client(), try request("https://127.0.0.1:\(port ?? "")/"))
        let error = await #expect(throws: WebClientError.self) { try await client.send(request) }
        guard case .notTrusted? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        withExtendedLifetime(server) {}
    }

    @Test func `a request that is given up ends at once`() async throws {
        let receiver = try WebReceiver { _ in .hang() }
        let (client, request) = (try client(), try request(receiver.url()))
        let task = Task { try await client.send(request) }
        _ = try await receiver.requests(1)
        task.cancel()
        await #expect(throws: WebClientError.cancelled) { try await task.value }
        let late = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await client.send(request)
        }
        await #expect(throws: WebClientError.cancelled) { try await late.value }
    }

    @Test func `hundreds that hang hold nobody up`() async throws {
        try FileLimit.raise(to: 4096)
        let (hanging, quick) = (try WebReceiver { _ in .hang() }, try WebReceiver())
        let client = try client()
        let (hang, answered) = (try request(hanging.url()), try request(quick.url()))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<300 {
                group.addTask { await #expect(throws: WebClientError.cancelled) { try await client.send(hang) } }
            }
            _ = try await hanging.requests(300)
            for _ in 0..<20 { #expect(try await client.send(answered).status == 200) }
            group.cancelAll()
            try await group.waitForAll()
        }
    }
}
