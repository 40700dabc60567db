import Foundation
import TestSupport
import Testing

/// `POST /api/v1/voice-clone`, and the clones in `GET /api/v1/voices`.
@Suite(.timeLimit(.minutes(5))) struct CreditsCloneTests {
    @Test func `a clone is answered in the documented shape, and costs 1000 credits`() async throws {
        let made = try await SharedClones.credits
        #expect(made.json.names == ["success", "voiceId", "voice"] && made.json["success"] == true)
        let voice = made.json["voice"]
        #expect(voice.names == ["id", "title", "description", "coverImage", "audioUrl", "duration", "tags", "createdAt"])
        #expect(voice["id"] == made.json["voiceId"] && voice["id"].string?.wholeMatch(of: #/cl[0-9a-z]{23}/#) != nil)
        #expect(voice["title"] == "My Voice Clone" && voice["description"] == "A custom voice description")
        #expect(voice["coverImage"] == "https://example.com/cover.jpg" && voice["tags"] == ["male", "young", "energetic"])
        let duration = try #require(voice["duration"].number)
        let recorded = try await DecodedAudio(Recordings.short.bytes)
        #expect(abs(duration - recorded.duration) < 0.1)
        #expect(voice["createdAt"].string?.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/#) != nil)
        let credits = try #require(try await made.user.credits())
        #expect(credits <= SharedClones.monthlyCredits - 1000)
    }

    @Test func `its sample is a file that can be heard without a key`() async throws {
        let made = try await SharedClones.credits
        let answer = try await made.user.anonymous.get(try #require(made.json["voice"]["audioUrl"].string))
        #expect(answer.status == 200 && answer["Content-Type"] == "audio/mpeg")
        let sound = try DecodedAudio(answer.body)
        #expect(sound.duration > 1 && sound.peak > 0.1)
    }

    @Test func `it is among the user's voices, before the system's`() async throws {
        let made = try await SharedClones.credits
        let mine = try await made.user.get("/api/v1/voices?type=USER").json
        #expect(mine["pagination"]["total"] == 1)
        let voice = try #require(mine["voices"].elements.first)
        #expect(
            voice.names == [
                "id", "title", "description", "coverImage", "audioUrl", "duration", "status", "type", "isPublic", "popularity", "tags", "usageCount",
                "createdAt", "updatedAt",
            ])
        for name in ["id", "title", "description", "coverImage", "audioUrl", "duration", "tags", "createdAt"] {
            #expect(voice[name] == made.json["voice"][name], "\(name)")
        }
        #expect(voice["status"] == "COMPLETED" && voice["type"] == "USER" && voice["isPublic"] == false)
        let all = try await made.user.get("/api/v1/voices?limit=2").json
        #expect(all["voices"].elements.map { $0["type"] } == ["USER", "SYSTEM"])
        #expect(try await made.user.get("/api/v1/voices?type=SYSTEM&limit=1").json["voices"].elements.first?["type"] == "SYSTEM")
        #expect(try await made.user.get("/api/v1/voices?status=PROCESSING").json["pagination"]["total"] == 0)
        #expect(try await made.user.get("/api/v1/voices?sortBy=duration&limit=1").json["voices"].elements.first?["id"] == voice["id"])
    }

    @Test func `it speaks, is counted, and the speech says whose voice it is`() async throws {
        let made = try await SharedClones.credits
        let id = try #require(made.json["voiceId"].string)
        let before = try #require(try await made.user.usageCount(ofVoice: id))
        let speech = try await made.user.spoken("Hello from my clone.", voice: id)
        #expect(speech["status"] == "COMPLETED" && speech["creditsUsed"] == 20)
        #expect(speech["voice"].names == ["id", "title", "coverImage", "type"])
        #expect(speech["voice"]["id"].string == id && speech["voice"]["type"] == "USER" && speech["voice"]["title"] == "My Voice Clone")
        #expect(try DecodedAudio(try await made.user.anonymous.get(try #require(speech["audioUrl"].string)).body).peak > 0.1)
        #expect(try #require(try await made.user.usageCount(ofVoice: id)) > before)
    }

    @Test func `it is nobody else's`() async throws {
        let made = try await SharedClones.credits
        let other = try await SharedServer.running.newUser(monthlyCredits: 100)
        let id = try #require(made.json["voiceId"].string)
        let answer = try await other.speak("Hello.", voice: id)
        #expect(answer.status == 404)
        #expect(try answer.json["error"] == "Voice not found or not available")
        #expect(try await other.get("/api/v1/voices?type=USER").json["pagination"]["total"] == 0)
        #expect(try await other.credits() == 100)
    }

    @Test func `the same request again gets the same answer, whatever its boundary, and pays once`() async throws {
        let made = try await SharedClones.credits
        let again = try await made.user.cloneByCredits(
            [
                "tags": #"["male","young","energetic"]"#, "coverImage": "https://example.com/cover.jpg", "description": "A custom voice description",
                "title": "My Voice Clone",
            ], of: Recordings.short, once: "shared", boundary: "another")
        #expect(again.status == 200 && again.body == made.answer.body)
        let other = try await made.user.cloneByCredits(["title": "Another"], of: Recordings.short, once: "shared")
        #expect(other.status == 409)
        let otherFile = try await made.user.cloneByCredits(["title": "My Voice Clone"], of: Recordings.long, once: "shared")
        #expect(otherFile.status == 409)
        #expect(try await made.user.get("/api/v1/voices?type=USER").json["pagination"]["total"] == 1)
    }

    @Test func `two at once are one, and a clone without a title gets one`() async throws {
        let user = try await SharedServer.running.newUser(monthlyCredits: 1500)
        let file = try await Recordings.short
        let answers = try await withThrowingTaskGroup(of: Data.self) { group in
            for number in 0..<2 {
                group.addTask { try await user.cloneByCredits(["tags": "warm, kind"], of: file, once: "two", boundary: "b\(number)").body }
            }
            return try await group.reduce(into: Set<Data>()) { $0.insert($1) }
        }
        #expect(answers.count == 1)
        let voice = try JSON(try #require(answers.first))["voice"]
        #expect(voice["title"] == "Voice clone 1" && voice["tags"] == ["warm", "kind"])
        #expect(try await user.anonymous.get(try #require(voice["coverImage"].string))["Content-Type"] == "image/svg+xml")
        #expect(try await user.credits() == 500)
        // What is left is too little for another, and nothing is worked out for that.
        let refused = try await user.cloneByCredits(of: file)
        #expect(refused.status == 429)
        #expect(try refused.json == ["error": "Insufficient credits", "code": "USAGE_LIMIT_EXCEEDED", "credits": 500, "needCredits": 1000])
        #expect(try await user.get("/api/v1/voices?type=USER").json["pagination"]["total"] == 1)
    }
}
