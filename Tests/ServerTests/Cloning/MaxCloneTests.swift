import Foundation
import TestSupport
import Testing

/// `/max/voice-clones`, and clones in Max tasks.
@Suite(.timeLimit(.minutes(5))) struct MaxCloneTests {
    private static let names: Set<String> = [
        "id", "voice_id", "parent_voice_id", "voice_name", "tag_list", "file_id", "cover_url", "create_time", "update_time", "collected",
        "voice_status",
        "sample_audio", "uniq_id", "group_id", "description", "generate_channel", "need_noise_reduction", "preview_text",
    ]

    @Test func `a clone is answered in the documented shape, and listed so`() async throws {
        let made = try await SharedClones.max
        let clone = made.json
        #expect(clone.names == Self.names)
        #expect(clone["voice_name"] == "Hello world" && clone["need_noise_reduction"] == true && clone["preview_text"] == "Xin chào các bạn")
        #expect(clone["tag_list"].elements.first == "Vietnamese" && clone["voice_status"] == 2 && clone["generate_channel"] == 1)
        #expect(clone["voice_id"].string?.wholeMatch(of: #/\d{15}/#) != nil && clone["file_id"].string?.wholeMatch(of: #/\d{15}/#) != nil)
        #expect(try await made.user.get("/v1/max/voice-clones").json == ["voice_clones": [clone], "total": 1, "limit": 30])
        #expect(try #require(try await made.user.credits()) <= SharedClones.monthlyCredits - 1000)
    }

    @Test func `its sample says the text that was given for it, in its language`() async throws {
        let made = try await SharedClones.max
        let answer = try await made.user.anonymous.get(try #require(made.json["sample_audio"].string))
        #expect(answer.status == 200 && answer["Content-Type"] == "audio/mpeg")
        let sound = try DecodedAudio(answer.body)
        let recorded = try await DecodedAudio(Recordings.short.bytes)
        // Four short words; what was recorded is longer.
        #expect(sound.duration > 0.5 && sound.duration < recorded.duration && sound.peak > 0.1)
    }

    @Test(arguments: ["id", "voice_id", "uniq_id"]) func `each of its ids names it in tasks`(name: String) async throws {
        let made = try await SharedClones.max
        let task = try await made.user.maxTask(
            "Xin chào", ["voice_id": made.json[name], "is_clone": true, "speed": 1.4, "pitch": -2, "volume": 0.5])
        #expect(task["status"] == "completed" && task["is_clone"] == true && task["voice_id"] == made.json[name] && task["language"] == "Vietnamese")
        #expect(try DecodedAudio(try await made.user.anonymous.get(try #require(task["result"].string)).body).peak > 0.02)
        let either = try await made.user.post("/v1/max/tasks", ["text": "Xin chào", "voice_id": made.json[name], "is_clone": false])
        #expect(either.status == 200)
    }

    @Test func `a task that demands a clone takes no other voice, and nobody else's`() async throws {
        let made = try await SharedClones.max
        let other = try await SharedServer.running.newUser(monthlyCredits: 100)
        for id in ["id", "voice_id", "uniq_id"] {
            let answer = try await other.post("/v1/max/tasks", ["text": "Hello", "voice_id": made.json[id]])
            #expect(answer.status == 404)
            #expect(try await other.post("/v1/max/tasks", ["text": "Hello", "voice_id": made.json[id], "is_clone": true]).status == 404)
        }
        let system = try await made.user.post("/v1/max/tasks", ["text": "Hello", "voice_id": "226893671006272", "is_clone": true])
        #expect(system.status == 400)
        #expect(try system.json["error"] == "is_clone is true, but voice_id names no voice clone of yours")
        #expect(try await other.credits() == 100)
    }

    @Test func `nobody else deletes it, nor what there is not`() async throws {
        let made = try await SharedClones.max
        let other = try await SharedServer.running.newUser()
        for id in [made.json["id"].string ?? "", "e3f4633a-2cf6-41d8-b308-ee73eb61f636", "226893671006272", "slt"] {
            let answer = try await other.send("DELETE", "/api/v1/max/voice-clones/\(id)")
            #expect(answer.status == 404)
            #expect(try answer.json == ["error": "Voice not found or not available", "message": "Voice not found or not available"])
        }
        #expect(try await made.user.clones().count == 1)
        #expect(try await other.clones().isEmpty)
    }

    @Test func `too few credits are refused before any work`() async throws {
        let user = try await SharedServer.running.newUser(monthlyCredits: 999)
        let answer = try await user.cloneByMax(of: Recordings.short)
        #expect(answer.status == 400)
        #expect(try answer.json == ["error": "Not enough credit", "message": "Not enough credit"])
        #expect(try await user.credits() == 999)
        #expect(try await user.clones().isEmpty)
    }

    @Test func `a clone is in Labs, as cloned, and speaks there with subtitles`() async throws {
        let made = try await SharedClones.max
        let list = try await made.user.get("/v1/labs/voices?category=cloned").json
        #expect(list["total"] == 1)
        let voice = try #require(list["voices"].elements.first)
        #expect(voice["category"] == "cloned" && voice["name"] == "Hello world" && voice["preview_url"] == made.json["sample_audio"])
        #expect(voice["labels"]["language"] == "vi")
        #expect(try await made.user.get("/v1/labs/voices?page_size=2").json["voices"].elements.map { $0["category"] } == ["cloned", "premade"])
        #expect(try await made.user.get("/v1/labs/voices?category=premade&page_size=1").json["voices"].elements.first?["category"] == "premade")
        #expect(try await made.user.get("/v1/labs/voices?search=hello%20world&language=vi").json["total"] == 1)
        let task = try await made.user.labsTask("Hello there.", ["voice_id": voice["voice_id"], "speed": 1.2, "style": 0.4])
        #expect(task["status"] == "completed", "\(task)")
        #expect(try await made.user.anonymous.get(try #require(task["subtitle"].string)).text.contains("Hello there."))
    }
}
