import Foundation
import TestSupport
import Testing

/// Clips: seen, listed, deleted.
@Suite(.timeLimit(.minutes(3))) struct MiniMaxClipTests {
    private let server: RunningServer
    private let user: APIClient

    init() async throws {
        server = try await SharedServer.running
        user = try await server.newUser()
    }

    private func create(_ text: String) async throws -> JSON {
        try await user.createMP3(["text": .string(text), "voice_id": "209533299589184"]).json
    }

    @Test func `a clip is answered in the documented shape, by an id that is raw or percent-encoded`() async throws {
        let created = try await create("A calm sentence.")
        let id = try #require(created["audio_id"].string)
        let answer = try await user.get("/v1/minimax/audio/\(id)")
        #expect(answer.status == 200)
        let clip = try answer.json
        #expect(
            clip.names == [
                "audio_id", "audio_review", "voice_info", "text", "audio_url", "audio_title", "create_time", "emotion", "emotion_used",
                "language_boost", "vol", "speed", "pitch", "update_time", "effects",
            ])
        #expect(clip["text"] == "A calm sentence.")
        #expect(clip["audio_title"] == "A calm sentence.")
        #expect(clip["audio_url"] == created["audio_url"])
        #expect(clip["update_time"] == created["update_time"])
        #expect((clip["create_time"].number ?? .infinity) <= clip["update_time"].number ?? 0)
        #expect(clip["emotion"] == "Auto" && clip["language_boost"] == "Auto" && clip["speed"] == 1 && clip["pitch"] == 0 && clip["vol"] == 1)
        #expect(
            clip["effects"] == [
                "deepen_lighten": 0, "stronger_softer": 0, "nasal_crisp": 0, "spacious_echo": false, "lofi_telephone": false, "robotic": false,
                "auditorium_echo": false,
            ])
        let voice = clip["voice_info"]
        #expect(voice["voice_id"] == "209533299589184" && voice["voice_name"] == "Calm Woman" && voice["uniq_id"] == "English_CalmWoman")
        #expect(voice["parent_voice_id"] == "0" && voice["group_id"] == "0" && voice["voice_status"] == 2 && voice["collected"] == false)
        for path in [id.replacingOccurrences(of: ":", with: "%3A"), id.replacingOccurrences(of: ":", with: "%3a"), id + "/"] {
            #expect(try await user.get("/v1/minimax/audio/\(path)").json == clip)
        }
    }

    @Test func `clips are listed, the newest first, by pages`() async throws {
        var ids: [JSON] = []
        for text in ["One.", "Two.", "Three."] { ids.insert(try await create(text)["audio_id"], at: 0) }
        let list = try await user.get("/v1/minimax/audio/").json
        #expect(list.names == ["audio_list", "total", "has_more"])
        #expect(list["audio_list"].elements.map { $0["audio_id"] } == ids)
        #expect(list["total"] == 3 && list["has_more"] == false)
        let entry = try #require(list["audio_list"].elements.first)
        #expect(entry.names == ["audio_id", "audio_review", "user_id", "audio_title", "audio_url", "update_time"])
        #expect(entry["audio_title"] == "Three.")
        let first = try await user.get("/v1/minimax/audio?page=1&page_size=2").json
        #expect(first["audio_list"].elements.map { $0["audio_id"] } == Array(ids.prefix(2)) && first["has_more"] == true)
        let second = try await user.get("/v1/minimax/audio?page=2&page_size=2").json
        #expect(second["audio_list"].elements.map { $0["audio_id"] } == Array(ids.suffix(1)) && second["has_more"] == false)
        #expect(try await user.get("/v1/minimax/audio?page=9223372036854775807&page_size=500").json["audio_list"] == [])
        #expect(try await server.newUser().clipCount() == 0)
    }

    @Test func `deleting answers 200, whatever there is`() async throws {
        let created = try await create("Gone soon.")
        let id = try #require(created["audio_id"].string)
        let other = try await server.newUser()
        #expect(try await other.send("DELETE", "/v1/minimax/audio/\(id)").status == 200)
        #expect(try await user.get("/v1/minimax/audio/\(id)").status == 200)
        for _ in 0..<2 {
            let answer = try await user.send("DELETE", "/v1/minimax/audio/\(id)")
            #expect(answer.status == 200)
            #expect(try answer.json == [:])
            #expect(try await user.get("/v1/minimax/audio/\(id)").status == 404)
            #expect(try await user.anonymous.get(try #require(created["audio_url"].string)).status == 404)
            #expect(try await user.clipCount() == 0)
        }
        #expect(try await user.send("DELETE", "/v1/minimax/audio/nonsense").status == 200)
    }

    @Test func `what is someone else's, of another account or of another family, is not found`() async throws {
        let id = try #require(try await create("Mine.")["audio_id"].string)
        let other = try await server.newUser()
        #expect(try await other.get("/v1/minimax/audio/\(id)").status == 404)
        let stolen = id.replacing(#/user:\d+/#, with: "user:\(try await number(of: other))")
        #expect(try await other.get("/v1/minimax/audio/\(stolen)").status == 404)
        #expect(try await other.send("DELETE", "/v1/minimax/audio/\(stolen)").status == 200)
        #expect(try await user.get("/v1/minimax/audio/\(id)").status == 200)
        #expect(try await user.get("/v1/minimax/audio/\(id.replacing("minimax:local", with: "minimax:other"))").status == 404)
        let speech = try #require(try await user.spoken("In Credits.")["id"].string)
        #expect(try await user.get("/v1/minimax/audio/\(id.replacing(#/cl[0-9a-z]{23}/#, with: speech))").status == 404)
        #expect(try await user.send("DELETE", "/v1/minimax/audio/\(id.replacing(#/cl[0-9a-z]{23}/#, with: speech))").status == 200)
        #expect(try await user.get("/api/v1/tts/\(speech)").status == 200)
    }

    private func number(of user: APIClient) async throws -> Int {
        try #require(try await user.createMP3(["text": "I.", "voice_id": "en-us"]).json["user_id"].integer)
    }
}
