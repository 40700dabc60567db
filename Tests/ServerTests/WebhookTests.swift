import Foundation
import TestSupport
import Testing

/// Webhooks from end to end: asked for over HTTP, sent by a real server, to receivers on this machine.
@Suite(.timeLimit(.minutes(3))) struct WebhookTests {
    /// What lets a server send to the receivers. The proxy that the environment names does not exist, and is not to be used.
    /// Where nobody answers for names, the resolver is not to wait for long.
    private static let environment = [
        "MYNAH_WEBHOOKS_ALLOWED_RANGES": "127.0.0.0/8", "http_proxy": "http://127.0.0.1:1", "all_proxy": "http://127.0.0.1:1",
        "RES_OPTIONS": "timeout:1 attempts:1",
    ]
    private static let started = Task { try await RunningServer.start(environment: environment) }

    private let server: RunningServer
    private let client: APIClient

    init() async throws {
        server = try await Self.started.value
        client = try await server.newUser(monthlyCredits: 100_000)
    }

    private func post(_ url: String, headers: [String: String] = [:], by client: APIClient) async throws -> HTTPAnswer {
        let body: JSON = ["text": "One.", "voiceId": "en-us", "webhookUrl": .string(url)]
        return try await client.send("POST", "/api/v1/tts", headers: headers, body: try JSONEncoder().encode(body))
    }

    /// The only webhook of the user's, as `mynah webhooks list` has it, once it is in a state.
    private func listed(_ state: String, of client: APIClient, on server: RunningServer) async throws -> [String] {
        while true {
            let result = try await server.mynah("webhooks", "list", "--user", client.userName, "--state", state)
            let rows = result.text.split(separator: "\n").dropFirst().map { $0.split(separator: " ").map(String.init) }
            if let row = rows.first { return row }
            try Task.checkCancellation()
        }
    }

    private func isGenuine(_ request: ReceivedRequest, secret: String) async throws -> String {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../docs")
        let page = try String(contentsOf: folder.appendingPathComponent("webhooks.md"), encoding: .utf8)
        let snippet = try #require(page.components(separatedBy: "```python\n").dropFirst().first?.components(separatedBy: "```").first)
        let script = snippet + "\nimport sys\nprint(is_genuine(sys.stdin.buffer.read(), sys.argv[1], sys.argv[2]))\n"
        let result = try await Command.run("python3", ["-c", script, request["Mynah-Signature"] ?? "", secret], input: request.body)
        return result.text + result.errors
    }

    @Test func `a completed task is told as it is answered, and proves where it comes from`() async throws {
        let receiver = try WebReceiver()
        let id = try #require(try await post(receiver.url("/hook?key=1"), by: client).json["speechId"].string)
        let request = try #require(try await receiver.requests(1).first)
        #expect(request.path == "/hook?key=1" && request["Content-Type"] == "application/json; charset=utf-8")
        #expect(request.text == (try await client.get("/api/v1/tts/\(id)").text))
        #expect(try request.json["speech"]["status"] == "COMPLETED")
        let link = try #require(try request.json["speech"]["audioUrl"].string)
        #expect(try await client.anonymous.get(link).status == 200)

        let row = try await listed("delivered", of: client, on: server)
        #expect(row[0] == request["Mynah-Delivery"] && row[2] == id && row[6] == receiver.url())
        let shown = try await server.mynah("webhooks", "show", row[0])
        #expect(shown.text.contains("answered 200") && shown.text.contains("delivered at") && shown.text.contains(receiver.url("/hook?key=1")))

        let secret = try await server.mynah("webhooks", "secret", client.userName).text
        #expect(try await isGenuine(request, secret: secret) == "True")
        #expect(try await isGenuine(request, secret: secret + "x") == "False")
        #expect(try await server.mynah("credits", "audit").exitCode == 0)
        let metrics = try await client.get("/metrics").text
        #expect(metrics.contains("mynah_webhook_tries_total ") && metrics.contains("mynah_webhooks_delivered_total "))
    }

    @Test func `a failed task is told`() async throws {
        let receiver = try WebReceiver()
        let server = try await RunningServer.start(environment: Self.environment)
        let client = server.client
        // Where files are made, there is none to be made.
        let folder = URL(fileURLWithPath: server.data).appendingPathComponent("tmp")
        try FileManager.default.removeItem(at: folder)
        try Data().write(to: folder)
        let id = try #require(try await post(receiver.url(), by: client).json["speechId"].string)
        let request = try #require(try await receiver.requests(1).first)
        #expect(request.text == (try await client.get("/api/v1/tts/\(id)").text))
        let speech = try request.json["speech"]
        #expect(speech["status"] == "FAILED" && speech["error"].string != nil && speech["creditsUsed"] == 0 && speech["audioUrl"] == nil)
    }

    @Test func `a webhook that is given up is sent again on demand, signed anew`() async throws {
        let receiver = try WebReceiver { number in .status(number == 0 ? 404 : 200) }
        #expect(try await post(receiver.url(), by: client).status == 200)
        let row = try await listed("failed", of: client, on: server)
        #expect(try await server.mynah("webhooks", "show", row[0]).text.contains("answered 404"))
        let secret = try await server.mynah("webhooks", "secret", client.userName, "--rotate").text
        #expect(try await server.mynah("webhooks", "redeliver", row[0]).exitCode == 0)
        let requests = try await receiver.requests(2)
        #expect(requests.map { $0["Mynah-Delivery"] } == [row[0], row[0]])
        #expect(requests[0].body == requests[1].body)
        #expect(try await isGenuine(requests[0], secret: secret) == "False")
        #expect(try await isGenuine(requests[1], secret: secret) == "True")
        #expect(try await listed("delivered", of: client, on: server)[0] == row[0])
    }

    @Test func `a repeated request is told of once, and another receiver makes it another`() async throws {
        let receiver = try WebReceiver()
        let headers = ["Idempotency-Key": "webhook"]
        let first = try await post(receiver.url(), headers: headers, by: client)
        #expect(try await post(receiver.url(), headers: headers, by: client).body == first.body)
        #expect(try await post(receiver.url("/other"), headers: headers, by: client).status == 409)
        _ = try await listed("delivered", of: client, on: server)
        #expect(receiver.requests.count == 1)
    }

    @Test func `a receiver that can't be found is looked for later`() async throws {
        #expect(try await post("http://nowhere.invalid/hook", by: client).status == 200)
        let row = try await listed("waiting", of: client, on: server)
        while try await !server.mynah("webhooks", "show", row[0]).text.contains("can't be resolved") { try Task.checkCancellation() }
        #expect(try await server.mynah("webhooks", "show", row[0]).text.contains("It is tried next at "))
    }

    @Test func `what is not asked for is not told`() async throws {
        for url: JSON in [nil, ""] {
            let answer = try await client.post("/api/v1/tts", ["text": "One.", "voiceId": "en-us", "webhookUrl": url])
            let id = try #require(try answer.json["speechId"].string)
            #expect(try await client.finished(id)["status"] == "COMPLETED")
        }
        #expect(try await server.mynah("webhooks", "list", "--user", client.userName).text.split(separator: "\n").count == 1)
    }

    @Test func `a killed server's webhooks are sent by the next`() async throws {
        // The first try is in the midst when the server dies; the second webhook has not been tried then.
        let receiver = try WebReceiver { number in number < 16 ? .hang() : .status(200) }
        let server = try await RunningServer.start(environment: Self.environment)
        let client = server.client
        var ids: Set<String> = []
        for _ in 0..<20 { ids.insert(try #require(try await post(receiver.url(), by: client).json["speechId"].string)) }
        for id in ids { #expect(try await client.finished(id)["status"] == "COMPLETED") }
        let before = try await receiver.requests(16)
        await server.kill()
        let next = try await server.restarted(environment: Self.environment)
        let after = try await receiver.requests(36).dropFirst(16)
        #expect(Set(try after.map { try $0.json["speech"]["id"].string }) == ids)
        let deliveries = Set(after.map { $0["Mynah-Delivery"] })
        #expect(deliveries.count == 20 && deliveries.isSuperset(of: before.map { $0["Mynah-Delivery"] }))
        let audit = try await next.mynah("credits", "audit")
        #expect(audit.exitCode == 0, "\(audit.text)")
        #expect(await next.stop() == 0)
    }

    @Test func `a server that is asked to stop does not wait for a receiver that hangs, and the next sends again`() async throws {
        let receiver = try WebReceiver { number in number == 0 ? .hang() : .status(200) }
        let server = try await RunningServer.start(environment: Self.environment)
        #expect(try await post(receiver.url(), by: server.client).status == 200)
        let first = try #require(try await receiver.requests(1).first)
        #expect(await server.stop() == 0)
        let next = try await server.restarted(environment: Self.environment)
        let second = try await receiver.requests(2)[1]
        #expect(second["Mynah-Delivery"] == first["Mynah-Delivery"] && second.body == first.body)
        // The try that was given up is none.
        #expect(try await listed("delivered", of: APIClient(url: next.url, key: next.key, userName: "admin"), on: next)[5] == "1")
    }
}
