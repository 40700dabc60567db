import Foundation
import TestSupport
import Testing

/// What is refused, and that a refusal costs nothing and leaves nothing.
@Suite(.timeLimit(.minutes(3))) struct BadInputTests {
    private let server: RunningServer

    /// A user who makes nothing but mistakes.
    private static let user = Task { try await SharedServer.running.newUser(monthlyCredits: 100_000) }

    init() async throws {
        server = try await SharedServer.running
    }

    @Test(arguments: BadInput.all)
    func `a bad body is refused with what is wrong, for nothing`(input: BadInput) async throws {
        let user = try await Self.user.value
        let answer = try await user.send("POST", "/api/v1/tts", headers: ["Content-Type": "application/json"], body: input.body)
        #expect(answer.status == input.status)
        let json = try answer.json
        #expect(json.names == ["code", "error"])
        #expect(json["code"].string == input.code)
        #expect(json["error"].string?.contains(input.message) == true, "\(json)")
        #expect(answer["Access-Control-Allow-Origin"] == "*")
        #expect(try await user.credits() == 100_000)
        // A task that was stored would have counted its voice.
        let voices = try await user.get("/api/v1/voices?sortBy=title&sortOrder=asc&limit=100").json["voices"].elements
        let voice = try #require(voices.first { $0["title"].string == BadInput.voiceTitle })
        #expect(voice["usageCount"] == 0)
    }

    @Test(arguments: [
        ("page=0", "page is a whole number of at least 1"),
        ("page=-1", "page is a whole number of at least 1"),
        ("page=x", "page is a whole number of at least 1"),
        ("page=1.5", "page is a whole number of at least 1"),
        ("page=99999999999999999999", "page is a whole number of at least 1"),
        ("limit=0", "limit is a whole number from 1 to 100"),
        ("limit=101", "limit is a whole number from 1 to 100"),
        ("limit=ten", "limit is a whole number from 1 to 100"),
        ("sortBy=name", "sortBy is one of createdAt, updatedAt, title, duration, popularity"),
        ("sortOrder=up", "sortOrder is one of asc, desc"),
        ("status=DONE", "status is one of PROCESSING, COMPLETED, FAILED"),
        ("type=ALL", "type is one of USER, SYSTEM"),
    ])
    func `a bad query is refused with what the field takes`(query: String, message: String) async throws {
        let answer = try await server.client.get("/api/v1/voices?\(query)")
        #expect(answer.status == 400)
        #expect(try answer.json == ["code": "INVALID_PARAMETERS", "error": .string(message)])
    }

    @Test(arguments: ["-1", "301", "x"])
    func `a wait that is too long is refused`(wait: String) async throws {
        let client = server.client
        let id = try #require(try await client.speak("One.").json["speechId"].string)
        let answer = try await client.get("/api/v1/tts/\(id)/audio?wait=\(wait)")
        #expect(answer.status == 400)
        #expect(try answer.json["error"] == "wait is a whole number from 0 to 300")
    }

    @Test(arguments: ["clxxxx", "cl00000000000000000000000", "%00", "'%20OR%201=1", "%F0%9F%98%80"])
    func `a task that there is not is not found`(id: String) async throws {
        for path in ["/api/v1/tts/\(id)", "/api/v1/tts/\(id)/audio", "/api/v1/tts/\(id)/audio?wait=60"] {
            let answer = try await server.client.get(path)
            #expect(answer.status == 404)
            #expect(try answer.json == ["code": "NOT_FOUND", "error": "Speech not found or access denied"])
        }
    }
}
