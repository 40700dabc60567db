import TestSupport
import Testing

/// `GET /max/voices`.
@Suite(.timeLimit(.minutes(3))) struct MaxVoiceTests {
    private let client: APIClient

    init() async throws {
        client = try await SharedServer.running.client
    }

    private func voices(_ query: String = "") async throws -> JSON {
        let answer = try await client.get("/api/v1/max/voices?\(query)")
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.json
    }

    @Test func `a voice is listed in the documented shape`() async throws {
        var page = 1
        while true {
            let list = try await voices("language=English&gender=Male&age=Adult&page_size=100&page=\(page)")
            #expect(list.names == ["voice_list", "total", "has_more"])
            if let voice = list["voice_list"].elements.first(where: { $0["voice_id"] == "226893671006272" }) {
                #expect(
                    voice.names == [
                        "voice_id", "parent_voice_id", "voice_name", "tag_list", "file_id", "cover_url", "create_time", "update_time", "collected",
                        "voice_status", "sample_audio", "uniq_id", "group_id", "description", "generate_channel",
                    ])
                #expect(voice["voice_name"] == "Trustworthy Man" && voice["uniq_id"] == "English_Trustworth_Man" && voice["voice_status"] == 2)
                #expect(try await client.anonymous.get(try #require(voice["cover_url"].string)).status == 200)
                #expect(try await client.anonymous.get(try #require(voice["sample_audio"].string)).status == 200)
                let tags = voice["tag_list"].elements.compactMap(\.string)
                #expect(Array(tags.prefix(4)) == ["English", "Male", "Adult", "Audiobook"] && tags.last == "EN-US (General)")
                return
            }
            guard list["has_more"] == true else { break }
            page += 1
        }
        Issue.record("Trustworthy Man is not listed")
    }

    @Test func `pages count from 1 and make up the whole list`() async throws {
        let first = try await voices()
        #expect(first["voice_list"].elements.count == 10 && first["has_more"] == true)
        let total = try #require(first["total"].integer)
        var ids: Set<String> = []
        for page in 1...(total + 99) / 100 {
            let list = try await voices("page=\(page)&page_size=100")
            ids.formUnion(list["voice_list"].elements.compactMap { $0["voice_id"].string })
            #expect(list["has_more"] == .bool(page * 100 < total))
        }
        #expect(ids.count == total)
        #expect(try await voices("page=9223372036854775807&page_size=100")["voice_list"] == [])
    }

    @Test(arguments: [
        ("language=Vietnamese&gender=Female", ["Vietnamese", "Female"]), ("language=chinese%20(mandarin)", ["Chinese (Mandarin)"]),
        ("age=middle-aged", ["Middle Aged"]), ("age=Young%20Adult&gender=male", ["Young Adult", "Male"]), ("language=Nynorsk", ["Nynorsk"]),
        ("language=English&age=Senior&gender=Female", ["English", "Senior", "Female"]), ("language=Portuguese", ["Portuguese"]),
    ])
    func `a filter lets through what is tagged so`(query: String, tags: [String]) async throws {
        let list = try await voices(query + "&page_size=100")["voice_list"].elements
        #expect(!list.isEmpty && list.allSatisfy { Set(tags).isSubset(of: $0["tag_list"].elements.compactMap(\.string)) })
    }

    @Test(arguments: [
        ("page=0", "page is a whole number of at least 1"), ("page_size=101", "page_size is a whole number from 1 to 100"),
        ("gender=neutral", "gender is one of Male, Female"), ("age=32", "age is one of Youth, Young Adult, Adult, Middle Aged, Senior"),
        ("language=Klingon", "language is one of Vietnamese, English, Arabic"), ("language=Auto", "language is one of Vietnamese, English, Arabic"),
    ])
    func `a bad query is refused with what the field takes`(query: String, message: String) async throws {
        let answer = try await client.get("/v1/max/voices?\(query)")
        #expect(answer.status == 400)
        let json = try answer.json
        #expect(json["error"].string?.hasPrefix(message) == true && json["message"] == json["error"], "\(json)")
    }
}
