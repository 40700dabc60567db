import Foundation
import TestSupport
import Testing

/// What the MiniMax audio family refuses, and that a refusal leaves nothing.
@Suite(.timeLimit(.minutes(3))) struct MiniMaxBadInputTests {
    /// A user who makes nothing but mistakes.
    private static let user = Task { try await SharedServer.running.newUser() }

    private let client: APIClient

    init() async throws {
        client = try await Self.user.value
    }

    private func expectError(_ answer: HTTPAnswer, _ status: Int, _ message: String) throws {
        #expect(answer.status == status, "\(answer.text)")
        let json = try answer.json
        #expect(json.names == ["error", "code"])
        #expect(json["code"].integer == status)
        #expect(json["error"].string?.contains(message) == true, "\(json)")
    }

    @Test(arguments: MiniMaxBadInput.all)
    func `a bad body is refused with what is wrong, and leaves nothing`(input: MiniMaxBadInput) async throws {
        let answer = try await client.send(
            "POST", "/v1/minimax/audio/create-mp3", headers: ["Content-Type": input.contentType], body: input.body)
        try expectError(answer, input.status, input.message)
        #expect(answer["Access-Control-Allow-Origin"] == "*")
        #expect(try await client.clipCount() == 0)
    }

    @Test(arguments: [
        "1", "cl00000000000000000000000", "user:1", "user:-minimax:local-audio:cl00000000000000000000000",
        "user:x-minimax:local-audio:cl00000000000000000000000",
        "user:1-minimax:-audio:cl00000000000000000000000", "user:1-minimax:local-audio:", "user:1-minimax:local-audio:cl0",
        "user:1-minimax:local-audio:CL00000000000000000000000", "user:1-minimax:local-audio:cl000000000000000000000000",
        "user:01-minimax:local-audio:cl00000000000000000000000", "user:99999999999999999999-minimax:local-audio:cl00000000000000000000000",
        "user:1-minimax:a%20b-audio:cl00000000000000000000000", "user:1-minimax:lo:cal-audio:cl00000000000000000000000",
        "user:1-minimax:local-audio:cl0000000000000000000000%00", "user:1-minimax:local-audio:cl00000000000000000000000%0A",
        "user:1-minimax:local-file:cl00000000000000000000000", "user:1-minimax:local-file:345678901234567",
        "%", "%ff", "user%3A1", "%27%20OR%201=1", "..%2f..%2fetc%2fpasswd", "%F0%9F%98%80",
        "user:١-minimax:local-audio:cl00000000000000000000000",
    ])
    func `a malformed id is refused`(id: String) async throws {
        try expectError(try await client.get("/v1/minimax/audio/\(id)"), 400, "audio_id looks like user:…-minimax:…-audio:…")
        #expect(try await client.send("DELETE", "/v1/minimax/audio/\(id)").status == 200)
    }

    @Test(arguments: ["user:1-minimax:local-audio:cl00000000000000000000000", "user%3A1-minimax%3Ax-audio%3Acl00000000000000000000000"])
    func `an id of nothing is not found`(id: String) async throws {
        try expectError(try await client.get("/v1/minimax/audio/\(id)"), 404, "There is no such audio clip")
    }

    @Test(arguments: [
        ("/audio?page=0", "page is a whole number of at least 1"), ("/audio?page=x", "page is a whole number of at least 1"),
        ("/audio?page_size=0", "page_size is a whole number from 1 to 500"), ("/audio?page_size=501", "page_size is a whole number from 1 to 500"),
        ("/audio?account=nobody", "account is none of your accounts"), ("/audio/voices?page=-1", "page is a whole number of at least 1"),
        ("/audio/voices?page_size=501", "page_size is a whole number from 1 to 500"), ("/audio/voices?is_system=maybe", "is_system is true or false"),
        ("/audio/voices?account=%00", "account is none of your accounts"), ("/audio/config?account=nobody", "account is none of your accounts"),
    ])
    func `a bad query is refused with what the field takes`(query: String, message: String) async throws {
        try expectError(try await client.get("/v1/minimax\(query)"), 400, message)
    }

    @Test func `keys, methods and paths are checked as everywhere`() async throws {
        let unknown = try await client.anonymous.createMP3(["text": "One.", "voice_id": "en-us"])
        #expect(unknown.status == 401)
        #expect(try unknown.json == ["error": "Unauthorized", "code": 401])
        let wrong = try await client.get("/v1/minimax/audio/create-mp3")
        try expectError(wrong, 405, "This path takes POST")
        #expect(wrong["Allow"] == "POST")
        try expectError(try await client.get("/v1/minimax/nothing"), 404, "There is nothing at this path")
        let preflight = try await client.anonymous.send(
            "OPTIONS", "/v1/minimax/audio/create-mp3",
            headers: [
                "Origin": "https://example.com", "Access-Control-Request-Method": "POST",
            ])
        #expect(preflight.status == 204)
        #expect(try await client.send("HEAD", "/v1/minimax/audio/voices/").status == 200)
    }
}
