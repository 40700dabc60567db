import Foundation
import TestSupport
import Testing

/// The same request again, in the MiniMax audio family.
@Suite(.timeLimit(.minutes(3))) struct MiniMaxIdempotencyTests {
    private let user: APIClient

    init() async throws {
        user = try await SharedServer.running.newUser()
    }

    @Test func `the same request again is answered as the first time, also by a form, and also once the clip is deleted`() async throws {
        let first = try await user.createMP3(["text": "Only once.", "voice_id": "en-us", "speed": 1], once: "a")
        #expect(first.status == 200)
        for boundary in ["one", "other"] {
            let form = APIClient.form(["voice_id": "en-us", "text": "Only once."], boundary: boundary)
            #expect(try await user.createMP3(form: form, boundary: "boundary=\(boundary)", once: "a").body == first.body)
        }
        #expect(try await user.clipCount() == 1)
        let id = try #require(try first.json["audio_id"].string)
        #expect(try await user.send("DELETE", "/v1/minimax/audio/\(id)").status == 200)
        #expect(try await user.createMP3(["text": "Only once.", "voice_id": "en-us"], once: "a").body == first.body)
        #expect(try await user.clipCount() == 0)
    }

    @Test func `many at once are one`() async throws {
        let user = user
        let answers = try await withThrowingTaskGroup(of: Data.self) { group in
            for _ in 0..<12 { group.addTask { try await user.createMP3(["text": "All together.", "voice_id": "en-us"], once: "b").body } }
            return try await group.reduce(into: Set<Data>()) { $0.insert($1) }
        }
        #expect(answers.count == 1)
        #expect(try await user.clipCount() == 1)
    }

    @Test func `a repeat that says the same in other words gets the first answer`() async throws {
        let first = try await user.createMP3(["text": "Whatever.", "voice_id": "en-us"], once: "e")
        #expect(first.status == 200)
        let others: [[String: JSON]] = [
            ["account": "local"], ["emotion": "auto"], ["emotion": "Auto", "language_boost": "Auto"], ["robotic": false],
        ]
        for fields in others {
            let again = try await user.createMP3(fields.merging(["text": "Whatever.", "voice_id": "en-us"]) { $1 }, once: "e")
            #expect(again.body == first.body, "\(again.text)")
        }
    }

    @Test func `a repeat gets the first answer also once there are several accounts`() async throws {
        let first = try await user.createMP3(["text": "Before.", "voice_id": "en-us"], once: "f")
        #expect(try await user.post("/v1/minimax/accounts", ["account": "second"]).status == 201)
        #expect(try await user.createMP3(["text": "Before.", "voice_id": "en-us"], once: "f").body == first.body)
        #expect(try await user.createMP3(["text": "Before.", "voice_id": "en-us"], once: "g").status == 400)
    }

    @Test func `other content under the same key is a conflict`() async throws {
        #expect(try await user.createMP3(["text": "Three.", "voice_id": "en-us"], once: "c").status == 200)
        for other in [["text": "Three.", "voice_id": "en-us", "emotion": "sad"], ["text": "Four.", "voice_id": "en-us"]] as [[String: JSON]] {
            let answer = try await user.createMP3(other, once: "c")
            #expect(answer.status == 409)
            #expect(try answer.json["code"] == 409)
        }
    }

    @Test func `what was refused is not remembered`() async throws {
        #expect(try await user.createMP3(["text": "", "voice_id": "en-us"], once: "d").status == 400)
        #expect(try await user.createMP3(["text": "Five.", "voice_id": "en-us"], once: "d").status == 200)
    }
}
