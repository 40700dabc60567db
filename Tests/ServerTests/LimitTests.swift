import TestSupport
import Testing

@Suite struct LimitTests {
    @Test func `a key that has had enough is told when to come back`() async throws {
        let server = try await RunningServer.start(environment: ["MYNAH_LIMITS_REQUESTS_PER_KEY": "2"])
        let client = server.client
        let first = try await client.get("/api/v1/credits")
        #expect(first.status == 200)
        #expect(first["X-RateLimit-Limit"] == "2")
        #expect(first["X-RateLimit-Remaining"] != nil)
        var last = first
        // The window may end in between, but not twice.
        for _ in 0..<6 where last.status == 200 { last = try await client.get("/api/v1/credits") }
        #expect(last.status == 429)
        #expect(last["X-RateLimit-Remaining"] == "0")
        #expect((Int(last["Retry-After"] ?? "") ?? 0) >= 1)
        #expect(Int(last["X-RateLimit-Reset"] ?? "") != nil)
        #expect(try last.json["code"] == "RATE_LIMITED")
    }

    @Test func `keys that open nothing can't be tried for long`() async throws {
        let server = try await RunningServer.start(environment: ["MYNAH_LIMITS_FAILURES_PER_ADDRESS": "2"])
        let client = APIClient(url: server.url, key: "nonsense")
        var statuses: [Int] = []
        for _ in 0..<8 { statuses.append(try await client.get("/api/v1/credits").status) }
        #expect(statuses.first == 401)
        #expect(statuses.contains(429))
        #expect(try await server.client.get("/api/v1/credits").status == 200)
    }

    @Test func `every answer tells the limits`() async throws {
        let server = try await SharedServer.running
        for path in ["/healthz", "/nowhere", "/files/none.mp3", "/api/v1/voices?page=0"] {
            let answer = try await server.client.get(path)
            #expect(answer["X-RateLimit-Limit"] != nil, "\(path)")
            #expect(answer["X-RateLimit-Reset"] != nil, "\(path)")
        }
    }
}
