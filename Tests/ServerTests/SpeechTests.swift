import Foundation
import Speech
import TestSupport
import Testing

/// The way of one request: asked for, spoken, paid, fetched.
@Suite(.timeLimit(.minutes(3))) struct SpeechTests {
    private let server: RunningServer

    init() async throws {
        server = try await SharedServer.running
    }

    private func id(_ answer: HTTPAnswer) throws -> String {
        try #require(try answer.json["speechId"].string)
    }

    @Test func `speech that is asked for is answered at once in the documented shape`() async throws {
        let answer = try await server.client.speak("Xin chào!", voice: "vi", format: "wav")
        #expect(answer.status == 200)
        #expect(answer["Content-Type"]?.hasPrefix("application/json") == true)
        let json = try answer.json
        #expect(json.names == ["success", "speechId", "creditsUsed", "speech"])
        #expect(json["success"] == true)
        #expect(json["creditsUsed"] == 10)
        #expect(json["speechId"].string?.wholeMatch(of: #/cl[0-9a-z]{23}/#) != nil)
        let speech = json["speech"]
        #expect(speech.names == ["id", "text", "format", "status", "creditsUsed", "createdAt"])
        #expect(speech["id"] == json["speechId"])
        #expect(speech["text"] == "Xin chào!")
        #expect(speech["format"] == "wav")
        #expect(speech["status"] == "PROCESSING")
        #expect(speech["creditsUsed"] == 10)
        #expect(speech["createdAt"].string?.wholeMatch(of: #/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/#) != nil)
    }

    @Test func `a task is polled until it is completed`() async throws {
        let client = server.client
        let id = try id(try await client.speak("Hello, this is a test speech.", voice: "slt"))
        let deadline = ContinuousClock.now + .seconds(120)
        var answer = try await client.get("/api/v1/tts/\(id)")
        while try answer.json["speech"]["status"] == "PROCESSING", .now < deadline {
            #expect(try answer.json["speech"]["audioUrl"] == nil)
            #expect(try answer.json["speech"].names.contains("audioUrl"))
            answer = try await client.get("/api/v1/tts/\(id)")
        }
        #expect(answer.status == 200)
        let speech = try answer.json["speech"]
        #expect(
            speech.names == [
                "id", "text", "audioUrl", "format", "duration", "status", "creditsUsed", "createdAt", "updatedAt", "voice",
            ])
        #expect(speech["status"] == "COMPLETED")
        #expect(speech["id"].string == id)
        #expect(speech["text"] == "Hello, this is a test speech.")
        #expect(speech["format"] == "mp3")
        #expect(speech["creditsUsed"] == 29)
        #expect(speech["voice"].names == ["id", "title", "coverImage", "type"])
        #expect(speech["voice"]["title"] == "Slt")
        #expect(speech["voice"]["type"] == "SYSTEM")
    }

    @Test func `the link to the audio is absolute and needs no key`() async throws {
        let link = try #require(try await server.client.spoken("One two three.")["audioUrl"].string)
        #expect(link.hasPrefix(server.url + "/files/"))
        #expect(link.hasSuffix(".mp3"))
        for accepted in ["*/*", "application/json", "audio/*", "text/html"] {
            let answer = try await server.client.anonymous.get(link, headers: ["Accept": accepted])
            #expect(answer.status == 200)
            #expect(answer["Content-Type"] == "audio/mpeg")
            #expect(try DecodedAudio(answer.body).peak > 0.05)
        }
    }

    @Test(arguments: [("mp3", "audio/mpeg"), ("wav", "audio/wav"), ("opus", "audio/ogg;codecs=opus")])
    func `the duration is that of the audio`(format: String, contentType: String) async throws {
        let speech = try await server.client.spoken("The duration of this sentence is known.", format: format)
        #expect(speech["format"].string == format)
        let answer = try await server.client.anonymous.get(try #require(speech["audioUrl"].string))
        #expect(answer["Content-Type"] == contentType)
        let audio = try DecodedAudio(answer.body)
        #expect(audio.duration > 1)
        #expect(audio.peak > 0.05)
        #expect(abs(audio.duration - (try #require(speech["duration"].number))) < 0.02)
    }

    @Test func `the duration of bare samples is their number over the rate that their type tells`() async throws {
        let speech = try await server.client.spoken("The duration of this sentence is known.", format: "pcm")
        let answer = try await server.client.anonymous.get(try #require(speech["audioUrl"].string))
        let match = try #require(answer["Content-Type"]?.wholeMatch(of: #/audio\/pcm;rate=(\d+);channels=1/#))
        let rate = try #require(Double(match.1))
        #expect(answer.body.count % 2 == 0)
        let duration = Double(answer.body.count / 2) / rate
        #expect(duration > 1)
        #expect(abs(duration - (try #require(speech["duration"].number))) < 0.02)
    }

    @Test func `one call waits for the audio and answers it`() async throws {
        let client = server.client
        let id = try id(try await client.speak("A curl line can speak.", format: "opus"))
        let answer = try await client.get("/api/v1/tts/\(id)/audio?wait=60")
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == "audio/ogg;codecs=opus")
        let link = try #require(try await client.get("/api/v1/tts/\(id)").json["speech"]["audioUrl"].string)
        #expect(try await client.get(link).body == answer.body)
    }

    @Test func `audio that is not there yet is not found, and says when to ask again`() async throws {
        let server = try await RunningServer.start(environment: ["MYNAH_ENGINES_PATIENCE": "600"])
        let client = server.client
        let id = try await server.withStoppedHosts {
            let id = try self.id(try await client.speak("This takes a while to speak."))
            let answer = try await client.get("/api/v1/tts/\(id)/audio")
            #expect(answer.status == 404)
            #expect(answer["Retry-After"] != nil)
            #expect(try answer.json["code"] == "NOT_FOUND")
            return id
        }
        #expect(try await client.finished(id)["status"] == "COMPLETED")
    }

    @Test(arguments: ["mp3", "wav", "opus", "pcm"])
    func `the same request gives the same bytes`(format: String) async throws {
        let client = server.client
        let text = "The same request gives the same bytes, however often it is made."
        // Of two users, because one's file would be used again.
        let other = try await server.newUser()
        async let first = client.spoken(text, format: format)
        async let second = other.spoken(text, format: format)
        let links = try await [first, second].compactMap { $0["audioUrl"].string }
        #expect(Set(links).count == 2)
        let files = [try await client.get(links[0]).body, try await client.get(links[1]).body]
        #expect(files[0] == files[1])
        #expect(files[0].count > 1000)
    }

    @Test func `credits are held at once and charged once`() async throws {
        let user = try await server.newUser(monthlyCredits: 1000)
        #expect(try await user.credits() == 1000)
        let id = try id(try await user.speak("中文 costs three bytes a character."))
        #expect(try await user.credits() == 1000 - 37)
        #expect(try await user.finished(id)["creditsUsed"] == 37)
        #expect(try await user.credits() == 1000 - 37)
        #expect(try await user.spoken("Ten bytes.")["status"] == "COMPLETED")
        #expect(try await user.credits() == 1000 - 37 - 10)
    }

    @Test func `both balances say the same, and what expires is spent first`() async throws {
        let user = try await server.newUser(monthlyCredits: 20, permanentCredits: 100)
        #expect(try await user.spoken("This has thirty bytes, exactly.")["creditsUsed"] == 31)
        let answers = [try await user.get("/api/v1/credits"), try await user.get("/api/user/credits")]
        #expect(answers.allSatisfy { $0.status == 200 })
        #expect(answers[0].body == answers[1].body)
        let json = try answers[0].json
        #expect(json.names == ["success", "credits", "breakdown"])
        #expect(json["success"] == true)
        #expect(json["credits"] == 89)
        #expect(json["breakdown"]["regular"] == 0)
        #expect(json["breakdown"]["permanent"] == 89)
        #expect(json["breakdown"]["resetAt"].string?.wholeMatch(of: #/\d{4}-\d\d-01T00:00:00\.000Z/#) != nil)
    }

    @Test func `a text that costs more than there is is refused with both numbers`() async throws {
        let user = try await server.newUser(monthlyCredits: 10)
        let answer = try await user.speak("Hello, this is a test speech.")
        #expect(answer.status == 429)
        #expect(try answer.json == ["code": "USAGE_LIMIT_EXCEEDED", "error": "Insufficient credits", "credits": 10, "needCredits": 29])
        #expect(try await user.credits() == 10)
        #expect(try await user.spoken("Ten bytes.")["status"] == "COMPLETED")
        #expect(try await user.speak("A").json["credits"] == 0)
    }

    @Test(arguments: [JSON.null, ""])
    func `an optional field without a value is as if it were not there`(value: JSON) async throws {
        let answer = try await server.client.post(
            "/api/v1/tts", ["text": "One.", "voiceId": "rms", "format": value, "unknown": [["[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\""], 2]])
        #expect(answer.status == 200)
        #expect(try answer.json["speech"]["format"] == "mp3")
    }

    @Test func `a voice is found by either of its ids`() async throws {
        let catalogueID = VoiceCatalogue.system.voice("slt")?.familyIDs.credits
        for voice in ["slt", try #require(catalogueID)] {
            #expect(try await server.client.spoken("One.", voice: voice)["voice"]["id"].string == catalogueID)
        }
    }
}
