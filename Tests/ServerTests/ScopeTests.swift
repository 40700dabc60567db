import TestSupport
import Testing

/// What keys may be used for, over HTTP.
@Suite(.timeLimit(.minutes(3))) struct ScopeTests {
    private let server: RunningServer

    init() async throws {
        server = try await SharedServer.running
    }

    private func client(_ user: APIClient, scopes: String) async throws -> APIClient {
        APIClient(url: server.url, key: try await server.mynah("keys", "create", "--user", user.userName, "--scopes", scopes).text)
    }

    private func expectRefusal(_ answer: HTTPAnswer, needs scopes: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        #expect(answer.status == 403, sourceLocation: sourceLocation)
        #expect(
            try answer.json == ["code": "FORBIDDEN", "error": .string("This key may not do that: it needs the scope \(scopes)")],
            sourceLocation: sourceLocation)
        #expect(answer["X-RateLimit-Limit"] != nil, sourceLocation: sourceLocation)
    }

    @Test func `a key that may only read has nothing spoken`() async throws {
        let user = try await server.newUser()
        let reader = try await client(user, scopes: "read")
        let id = try #require(try await user.speak("One.").json["speechId"].string)
        #expect(try await reader.get("/api/v1/tts/\(id)/audio?wait=60").status == 200)
        for path in ["/api/v1/tts/\(id)", "/api/v1/voices?limit=1", "/api/v1/credits", "/api/user/credits"] {
            #expect(try await reader.get(path).status == 200, "\(path)")
        }
        let credits = try await user.credits()
        try expectRefusal(try await reader.speak("Two."), needs: "speak")
        #expect(try await user.credits() == credits)
    }

    @Test func `a key that may only have texts spoken sees what came of them`() async throws {
        let speaker = try await client(try await server.newUser(), scopes: "speak")
        #expect(try await speaker.spoken("One.")["status"] == "COMPLETED")
        #expect(try await speaker.credits() != nil)
    }

    @Test(arguments: ["clone", "admin", "clone,admin"])
    func `what nothing asks for opens nothing`(scopes: String) async throws {
        let other = try await client(try await server.newUser(), scopes: scopes)
        for path in ["/api/v1/tts/clxxxx", "/api/v1/tts/clxxxx/audio", "/api/v1/voices", "/api/v1/credits", "/api/user/credits"] {
            try expectRefusal(try await other.get(path), needs: "read or speak")
        }
        try expectRefusal(try await other.speak("One."), needs: "speak")
        #expect(try await other.send("HEAD", "/api/v1/tts/clxxxx/audio").status == 403)
    }
}
