import Speech
import TestSupport
import Testing

/// `GET /v1/minimax/audio/voices` and `GET /v1/minimax/audio/config`.
@Suite(.timeLimit(.minutes(3))) struct MiniMaxVoiceTests {
    private let client: APIClient

    init() async throws {
        client = try await SharedServer.running.client
    }

    private func list(_ query: String) async throws -> JSON {
        let answer = try await client.get("/v1/minimax/audio/voices/?\(query)")
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.json
    }

    @Test func `the published filter finds the published voice`() async throws {
        let found = try await list("tag_list=Italian,Female,Adult,Calm")
        #expect(found.names == ["voice_list", "total", "has_more"])
        #expect(found["total"] == 1 && found["has_more"] == false)
        let voice = try #require(found["voice_list"].elements.first)
        #expect(
            voice.names == [
                "voice_id", "parent_voice_id", "voice_name", "tag_list", "file_id", "cover_url", "create_time", "update_time", "collected",
                "voice_status", "sample_audio", "uniq_id", "group_id",
            ])
        #expect(voice["voice_id"] == "209544421245048" && voice["voice_name"] == "Diligent Leader" && voice["uniq_id"] == "Italian_DiligentLeader")
        #expect(Set(["Italian", "Female", "Adult", "Calm", "Standard"]).isSubset(of: voice["tag_list"].elements.compactMap(\.string)))
        for query in [
            "tag_list=italian,FEMALE,adult,%20calm", "tag_list=Italian&tag_list=Female&tag_list=Adult,Calm",
            "tag_list[]=Italian,Female&tag_list[]=Calm",
        ] {
            #expect(try await list(query)["voice_list"].elements.contains { $0["voice_id"] == "209544421245048" })
        }
    }

    @Test func `a query may write spaces as forms do`() async throws {
        let total = try await list("tag_list=US%20(General),Young%20Adult")["total"]
        #expect(try #require(total.integer) > 0)
        #expect(try await list("tag_list=US+%28General%29%2CYoung+Adult")["total"] == total)
        #expect(try await list("tag_list=US%2B%28General%29")["total"] == 0)
    }

    @Test func `all tags must match, whatever their case and hyphens`() async throws {
        let middleAged = try await list("tag_list=Middle-Aged,US%20(General)")
        #expect(middleAged["total"].integer ?? 0 > 0)
        #expect(try await list("tag_list=middle%20aged,us%20(general)") == middleAged)
        for voice in middleAged["voice_list"].elements {
            #expect(Set(["Middle-Aged", "US (General)"]).isSubset(of: voice["tag_list"].elements.compactMap(\.string)))
        }
        #expect(try await list("tag_list=Italian,English")["voice_list"] == [])
        #expect(try await list("tag_list=Nonsense")["total"] == 0)
    }

    @Test func `the pages make up the whole list, 500 each unless they are smaller`() async throws {
        let first = try await list("")
        #expect(first["voice_list"].elements.count == 500 && first["has_more"] == true)
        let second = try await list("page=2&page_size=")
        let all = first["voice_list"].elements + second["voice_list"].elements
        #expect(all.count == first["total"].integer && second["has_more"] == false)
        #expect(Set(all.map { $0["voice_id"] }).count == all.count && Set(all.map { $0["uniq_id"] }).count == all.count)
        #expect(try await list("page_size=7&page=3")["voice_list"].elements == Array(all[14..<21]))
        #expect(try await list("page=9223372036854775807")["voice_list"] == [])
    }

    @Test func `who has cloned nobody has no voices of their own`() async throws {
        #expect(try await list("is_system=false") == ["voice_list": [], "total": 0, "has_more": false])
        #expect(try await list("is_system=true&page_size=1")["voice_list"].elements.count == 1)
    }

    @Test func `the configuration tells every word that is taken`() async throws {
        let config = try await client.get("/v1/minimax/audio/config/?account=local").json
        #expect(
            config.names == [
                "t2a_emotion", "voice_tag_accent", "voice_tag_age", "voice_tag_gender", "voice_tag_language", "voice_tag_use_case",
                "voice_tag_character",
            ])
        #expect(
            config["t2a_emotion"].elements.map { $0["value"] } == ["happy", "sad", "angry", "fearful", "disgusted", "surprised", "neutral"])
        #expect(config["t2a_emotion"].elements.first == ["label": "Happy", "value": "happy"])
        #expect(config["voice_tag_language"].elements.count == PublishedLanguage.all.count)
        #expect(config["voice_tag_accent"].elements.contains(["language": "English", "tag_name": "US (General)"]))
        #expect(config["voice_tag_age"].elements.map { $0["tag_name"] } == ["Youth", "Young Adult", "Adult", "Middle-Aged", "Senior"])
        #expect(config["voice_tag_gender"].elements.map { $0["tag_name"] } == ["Female", "Male"])
        for tag in ["voice_tag_age", "voice_tag_gender", "voice_tag_use_case", "voice_tag_character"] {
            for word in config[tag].elements.compactMap({ $0["tag_name"].string }) {
                let query = word.replacing(" ", with: "%20")
                #expect(try await list("page_size=1&tag_list=\(query)")["total"].integer ?? 0 > 0, "\(word)")
            }
        }
        for language in config["voice_tag_language"].elements.compactMap({ $0["tag_name"].string }) {
            #expect(try await list("page_size=1&tag_list=\(language.replacing(" ", with: "%20"))")["total"].integer ?? 0 > 0, "\(language)")
        }
    }
}
