import Foundation
import TestSupport
import Testing

/// `GET /api/v1/events`, over HTTP.
@Suite(.timeLimit(.minutes(3))) struct EventTests {
    private let client: APIClient

    init() async throws {
        client = try await SharedServer.running.newUser()
    }

    private func speak(_ text: String, as client: APIClient) async throws -> String {
        try #require(try await client.speak(text).json["speechId"].string)
    }

    private static func isEnd(of id: String, _ event: EventListener.Event) -> Bool {
        event.data["id"].string == id && event.data["status"] == "completed"
    }

    @Test func `a task's way from queued to completed is told, and no other user's`() async throws {
        let listener = try EventListener(client)
        let (head, start) = try await listener.opening()
        for line in [
            "HTTP/1.1 200 OK", "Content-Type: text/event-stream", "Cache-Control: no-store", "X-Accel-Buffering: no",
            "Access-Control-Allow-Origin: *", "X-RateLimit-Remaining: ",
        ] {
            #expect(head.lowercased().contains(line.lowercased()), "\(head)")
        }
        #expect(start.hasSuffix("-"))
        let other = try await SharedServer.running.newUser()
        for text in ["One.", "Two."] { _ = try await other.finished(try await speak(text, as: other)) }
        let id = try await speak("The third, and the only one of this user.", as: client)
        let events = try await listener.events { Self.isEnd(of: id, $0) }
        #expect(events.allSatisfy { $0.name == "task" && $0.data["id"].string == id && $0.id.hasSuffix("-\(id)") })
        #expect(events.allSatisfy { $0.data.names == ["id", "family", "status", "progress", "error", "createdAt", "updatedAt"] })
        let order = ["queued", "running", "completed"]
        let steps = events.compactMap { $0.data["status"].string.flatMap { order.firstIndex(of: $0) } }
        #expect(steps.count == events.count && steps == steps.sorted())
        let last = try #require(events.last?.data)
        #expect(last["family"] == "credits" && last["progress"] == 100 && last["error"] == .null)
        #expect(last["updatedAt"].string?.contains(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) == true)
    }

    @Test func `who comes back is told what happened meanwhile`() async throws {
        let listener = try EventListener(client)
        _ = try await listener.opening()
        let first = try await speak("Before.", as: client)
        let last = try #require(try await listener.events { Self.isEnd(of: first, $0) }.last)
        listener.close()
        let meanwhile = try await speak("Meanwhile.", as: client)
        _ = try await client.finished(meanwhile)
        for resumed in [try EventListener(client, lastEventID: last.id), try EventListener(client, query: "?last_event_id=\(last.id)")] {
            #expect(try await resumed.opening().id == last.id)
            #expect(try await resumed.events { Self.isEnd(of: meanwhile, $0) }.last?.data["progress"] == 100)
        }
    }

    @Test func `a deleted task is told of, of whatever family it was`() async throws {
        let id = try #require(try await client.labsTask("Soon gone.")["id"].string)
        let listener = try EventListener(client)
        _ = try await listener.opening()
        #expect(try await client.send("DELETE", "/api/v1/labs/task/\(id)").status == 200)
        let events = try await listener.events { $0.data["status"] == "deleted" }
        #expect(events.count == 1 && events[0].data["id"].string == id && events[0].data["family"] == "labs")
    }

    @Test(arguments: ["x", "5", "5-A", "-5-cla", "1234567890123456-cla", "5-cl%20"])
    func `what is no event's id is refused`(id: String) async throws {
        for answer in [
            try await client.get("/api/v1/events", headers: ["Last-Event-ID": id]), try await client.get("/api/v1/events?last_event_id=\(id)"),
        ] {
            #expect(answer.status == 400)
            #expect(answer.text.contains("Last-Event-ID"))
        }
    }

    @Test func `a key is needed that may read or speak`() async throws {
        #expect(try await client.anonymous.get("/api/v1/events").status == 401)
        let server = try await SharedServer.running
        let key = try await server.mynah("keys", "create", "--user", client.userName, "--scopes", "clone").text
        #expect(try await APIClient(url: client.url, key: key).get("/api/v1/events").status == 403)
        #expect(try await client.post("/api/v1/events", .object([:])).status == 405)
    }

    @Test func `a user has eight streams, and no ninth until one ends`() async throws {
        let listeners = try (0..<8).map { _ in try EventListener(client) }
        for listener in listeners { _ = try await listener.opening() }
        let refused = try await client.get("/api/v1/events")
        #expect(refused.status == 429 && refused["Retry-After"] == "5")
        #expect(try refused.json == ["code": "RATE_LIMITED", "error": "Too many event streams: at most 8 may be open"])
        let other = try EventListener(try await SharedServer.running.newUser())
        #expect(try await other.opening().head.hasPrefix("HTTP/1.1 200"))
        listeners[0].close()
        let isFree = try await eventually {
            let ninth = try EventListener(client)
            defer { ninth.close() }
            return try await ninth.opening().head.hasPrefix("HTTP/1.1 200")
        }
        #expect(isFree)
    }

    @Test func `a server that stops ends its streams at once and whole`() async throws {
        // If it waited for the stream's end, nobody here would wait for the server's.
        let server = try await RunningServer.start(environment: ["MYNAH_SHUTDOWN_GRACE": "600"])
        let listener = try EventListener(server.client)
        _ = try await listener.opening()
        async let exitCode = server.stop()
        let all = await listener.end()
        #expect(all?.hasSuffix("\r\n0\r\n\r\n") == true, "\(all ?? "")")
        #expect(await exitCode == 0)
    }
}
