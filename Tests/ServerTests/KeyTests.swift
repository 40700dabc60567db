import Foundation
import TestSupport
import Testing

/// What opens the API, and what does not.
@Suite(.timeLimit(.minutes(3))) struct KeyTests {
    private let server: RunningServer

    private static let refusal: JSON = ["code": "UNAUTHORIZED", "error": "Authentication required"]

    init() async throws {
        server = try await SharedServer.running
    }

    private func expectRefusal(of headers: [String: String], _ path: String = "/api/v1/credits") async throws {
        let answer = try await server.client.anonymous.get(path, headers: headers)
        #expect(answer.status == 401, "\(headers)")
        #expect(try answer.json == Self.refusal)
        #expect(answer["Access-Control-Allow-Origin"] == "*")
    }

    @Test func `a key is taken from each of the headers that clients use`() async throws {
        let key = server.key
        for headers in [["Authorization": "Bearer \(key)"], ["authorization": "bearer \(key)"], ["x-api-key": key], ["XI-API-KEY": key]] {
            #expect(try await server.client.anonymous.get("/api/v1/credits", headers: headers).status == 200, "\(headers.keys)")
        }
    }

    @Test(arguments: ["/api/v1/credits", "/api/user/credits", "/api/v1/voices", "/api/v1/tts/clxxxx", "/api/v1/tts/clxxxx/audio"])
    func `no path of the API is open without a key`(path: String) async throws {
        try await expectRefusal(of: [:], path)
    }

    @Test func `nothing is spoken without a key`() async throws {
        let answer = try await server.client.anonymous.speak("One.")
        #expect(answer.status == 401)
        #expect(try answer.json == Self.refusal)
    }

    @Test func `what is no key opens nothing`() async throws {
        for value in ["", "Bearer", "Bearer ", "Bearer abc", "Bearer a.b.c", "Basic \(server.key)", server.key, "Bearer \(server.key) x"] {
            try await expectRefusal(of: ["Authorization": value])
        }
        for value in ["", "abc", "Bearer \(server.key)", "\(server.key).x"] {
            try await expectRefusal(of: ["x-api-key": value])
            try await expectRefusal(of: ["xi-api-key": value])
        }
        try await expectRefusal(of: ["Authorization": "Bearer " + String(repeating: "a", count: 10_000)])
    }

    @Test func `a forged key opens nothing`() async throws {
        let parts = server.key.split(separator: ".").map(String.init)
        #expect(parts.count == 3)
        let signature = (parts[2].first == "A" ? "B" : "A") + parts[2].dropFirst()
        try await expectRefusal(of: ["Authorization": "Bearer \(parts[0]).\(parts[1]).\(signature)"])
        try await expectRefusal(of: ["Authorization": "Bearer \(parts[0]).\(parts[1])."])
        let unsigned = Data(#"{"alg":"none","typ":"JWT"}"#.utf8).base64EncodedString().replacingOccurrences(of: "=", with: "")
        for signature in ["", parts[2]] {
            try await expectRefusal(of: ["Authorization": "Bearer \(unsigned).\(parts[1]).\(signature)"])
        }
        // Another server's key is signed with another secret.
        let other = try await RunningServer.start()
        try await expectRefusal(of: ["Authorization": "Bearer \(other.key)"])
    }

    @Test func `a key that is revoked opens nothing from then on`() async throws {
        let user = try await server.newUser()
        #expect(try await user.get("/api/v1/credits").status == 200)
        let row = try await server.mynah("keys", "list", "--user", user.userName).text.split(separator: "\n").last
        let id = try #require(row?.split(separator: " ").first)
        #expect(try await server.mynah("keys", "revoke", String(id)).exitCode == 0)
        let answer = try await user.get("/api/v1/credits")
        #expect(answer.status == 401)
        #expect(try answer.json == Self.refusal)
        #expect(try await server.mynah("keys", "list", "--user", user.userName).text.contains("revoked"))
    }

    @Test func `a key is rotated beside a running server`() async throws {
        let user = try await server.newUser()
        let row = try await server.mynah("keys", "list", "--user", user.userName).text.split(separator: "\n").last
        let id = String(try #require(row?.split(separator: " ").first))
        let overlapping = APIClient(url: server.url, key: try await server.mynah("keys", "rotate", id, "--overlap", "1h").text)
        for client in [user, overlapping] { #expect(try await client.get("/api/v1/credits").status == 200) }
        let next = try await server.mynah("keys", "list", "--user", user.userName).text.split(separator: "\n").last
        let nextID = String(try #require(next?.split(separator: " ").first))
        let last = APIClient(url: server.url, key: try await server.mynah("keys", "rotate", nextID).text)
        #expect(try await overlapping.get("/api/v1/credits").status == 401)
        #expect(try await last.get("/api/v1/credits").status == 200)
    }

    @Test func `a disabled user's keys open nothing, and what was taken on is done`() async throws {
        let user = try await server.newUser()
        let id = try #require(try await user.speak("This is said all the same.").json["speechId"].string)
        #expect(try await server.mynah("users", "disable", user.userName).exitCode == 0)
        let answer = try await user.get("/api/v1/tts/\(id)/audio?wait=60")
        #expect(answer.status == 401)
        #expect(try answer.json == Self.refusal)
        let list = try await server.mynah("users", "list").text.split(separator: "\n")
        #expect(list.first { $0.hasPrefix(user.userName) }?.contains("disabled since") == true)
        #expect(try await server.mynah("users", "enable", user.userName).exitCode == 0)
        #expect(try await user.finished(id)["status"] == "COMPLETED")
    }

    @Test func `a deleted user is gone, with what was spoken for them`() async throws {
        let user = try await server.newUser()
        let speech = try await user.spoken("Soon nobody knows of this.")
        let (id, url) = (try #require(speech["id"].string), try #require(speech["audioUrl"].string))
        let unasked = try await server.mynah("users", "delete", user.userName)
        #expect(unasked.exitCode == 1 && unasked.errors.contains("--yes"))
        #expect(try await user.get("/api/v1/tts/\(id)").status == 200)
        #expect(try await server.mynah("users", "delete", user.userName, "--yes").text == "Deleted \(user.userName).")
        #expect(try await user.get("/api/v1/tts/\(id)").status == 401)
        #expect(try await user.anonymous.get(url).status == 404)
        #expect(try await server.mynah("users", "list").text.contains(user.userName) == false)
        #expect(try await server.mynah("users", "delete", user.userName, "--yes").errors.contains("There is no user"))
        #expect(try await server.mynah("credits", "audit").text == "All credits add up.")
    }

    @Test func `a key with an end is good until then`() async throws {
        let user = try await server.newUser()
        let key = try await server.mynah("keys", "create", "--user", user.userName, "--expires", "1h").text
        #expect(try await APIClient(url: server.url, key: key).get("/api/v1/credits").status == 200)
    }

    @Test func `someone else's task is not there`() async throws {
        let (owner, other) = (try await server.newUser(), try await server.newUser())
        let id = try #require(try await owner.speak("Nobody else hears of it.").json["speechId"].string)
        for path in ["/api/v1/tts/\(id)", "/api/v1/tts/\(id)/audio", "/api/v1/tts/\(id)/audio?wait=60"] {
            let answer = try await other.get(path)
            #expect(answer.status == 404)
            #expect(try answer.json == ["code": "NOT_FOUND", "error": "Speech not found or access denied"])
        }
        #expect(try await owner.finished(id)["status"] == "COMPLETED")
        #expect(try await other.get("/api/v1/tts/\(id)").status == 404)
    }

    @Test func `what a user spends is not another's`() async throws {
        let (spender, other) = (try await server.newUser(monthlyCredits: 100), try await server.newUser(monthlyCredits: 100))
        #expect(try await spender.spoken("Ten bytes.")["status"] == "COMPLETED")
        #expect(try await spender.credits() == 90)
        #expect(try await other.credits() == 100)
    }
}
