import Foundation
import TestSupport
import Testing

/// What is left of a clone that is deleted.
@Suite(.timeLimit(.minutes(5))) struct CloneDeletionTests {
    @Test func `a deleted clone is gone from every family, with its files, and what it has spoken stays`() async throws {
        let server = try await RunningServer.start()
        let user = try await server.newUser(monthlyCredits: 2000)
        let clone = try await user.cloneByCredits(["title": "Me"], of: Recordings.short).json
        let id = try #require(clone["voiceId"].string)
        let voice = try #require(try await user.clones().first)
        let speech = try await user.spoken("It stays.", voice: id)
        #expect(speech["status"] == "COMPLETED")
        #expect(server.storedFiles.count == 3)

        let deleted = try await user.send("DELETE", "/api/v1/max/voice-clones/\(id)")
        #expect(deleted.status == 200 && deleted.body.isEmpty)
        #expect(try await user.send("DELETE", "/api/v1/max/voice-clones/\(id)").status == 404)
        #expect(server.storedFiles.count == 1)
        #expect(try await user.clones().isEmpty)
        #expect(try await user.get("/v1/labs/voices?category=cloned").json["total"] == 0)
        #expect(try await user.get("/v1/minimax/audio/voices?is_system=false").json["total"] == 0)
        #expect(try await user.get("/api/v1/voices?type=USER").json["pagination"]["total"] == 0)
        for link in [clone["voice"]["audioUrl"], clone["voice"]["coverImage"]] {
            #expect(try await user.anonymous.get(try #require(link.string)).status == 404)
        }
        for name in [id, voice["voice_id"].string ?? "", voice["uniq_id"].string ?? ""] {
            #expect(try await user.speak("Too late.", voice: name).status == 404)
        }
        let left = try await user.finished(try #require(speech["id"].string))
        #expect(left["status"] == "COMPLETED" && left["voice"] == .null)
        #expect(try await user.anonymous.get(try #require(left["audioUrl"].string)).status == 200)
        #expect(try await user.credits() == 991)
        #expect(try await server.mynah("credits", "audit").text == "All credits add up.")
        #expect(await server.stop() == 0)
    }
}
