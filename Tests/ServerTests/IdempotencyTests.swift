import Foundation
import TestSupport
import Testing

@Suite struct IdempotencyTests {
    private func post(_ client: APIClient, _ body: String, key: String) async throws -> HTTPAnswer {
        try await client.send(
            "POST", "/api/v1/tts", headers: ["Content-Type": "application/json", "Idempotency-Key": key], body: Data(body.utf8))
    }

    @Test func `the same request again is answered as the first time, and paid once`() async throws {
        let server = try await RunningServer.start()
        let first = try await post(server.client, #"{"text":"One.","voiceId":"en-us"}"#, key: "a")
        let id = try #require(try first.json["speechId"].string)
        #expect(try await server.client.get("/api/v1/tts/\(id)/audio?wait=60").status == 200)
        // The same fields in another order, after it is done.
        let again = try await post(server.client, #"{"format":"mp3","voiceId":"en-us","text":"One."}"#, key: "a")
        #expect(again.status == 200)
        #expect(again.body == first.body)
        #expect(try await server.client.get("/api/v1/credits").json["credits"] == 999_996)
    }

    @Test func `many at once are one`() async throws {
        let server = try await RunningServer.start()
        let client = server.client
        let ids = try await withThrowingTaskGroup(of: String?.self) { group in
            for _ in 0..<12 {
                group.addTask { try await post(client, #"{"text":"Two.","voiceId":"en-us"}"#, key: "b").json["speechId"].string }
            }
            return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
        }
        #expect(ids.count == 1 && !ids.contains(nil))
        #expect(try await client.get("/api/v1/credits").json["credits"] == 999_996)
    }

    @Test func `other content under the same key is a conflict`() async throws {
        let client = try await SharedServer.running.client
        #expect(try await post(client, #"{"text":"Three.","voiceId":"en-us"}"#, key: "c").status == 200)
        let other = try await post(client, #"{"text":"Four.","voiceId":"en-us"}"#, key: "c")
        #expect(other.status == 409)
        #expect(try other.json["error"].string?.contains("Idempotency-Key") == true)
    }

    @Test func `what was refused is not remembered`() async throws {
        let client = try await SharedServer.running.client
        #expect(try await post(client, #"{"text":"","voiceId":"en-us"}"#, key: "d").status == 400)
        #expect(try await post(client, #"{"text":"Five.","voiceId":"en-us"}"#, key: "d").status == 200)
        #expect(try await post(client, #"{"text":"Five.","voiceId":"en-us"}"#, key: String(repeating: "k", count: 256)).status == 400)
    }
}
