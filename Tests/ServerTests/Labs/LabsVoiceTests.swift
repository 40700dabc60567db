import TestSupport
import Testing

/// `GET /labs/voices`.
@Suite(.timeLimit(.minutes(3))) struct LabsVoiceTests {
    private let client: APIClient

    init() async throws {
        client = try await SharedServer.running.client
    }

    private func voices(_ query: String = "") async throws -> JSON {
        let answer = try await client.get("/api/v1/labs/voices?\(query)")
        #expect(answer.status == 200, "\(answer.text)")
        return try answer.json
    }

    private func names(_ query: String) async throws -> [String] {
        try await voices(query)["voices"].elements.compactMap { $0["name"].string }
    }

    @Test func `the published example finds Sarah`() async throws {
        let list = try await voices("page=0&page_size=30&search=sarah&sort=trending&language=en&gender=female")
        #expect(list.names == ["voices", "total", "page", "page_size"])
        #expect(list["total"] == 1 && list["page"] == 0 && list["page_size"] == 30)
        let sarah = try #require(list["voices"].elements.first)
        #expect(sarah["voice_id"] == "uju3wxzG5OhpWcoi3SMy" && sarah["name"] == "Sarah" && sarah["category"] == "premade")
        #expect(try await client.anonymous.get(try #require(sarah["preview_url"].string))["Content-Type"] == "audio/mpeg")
        let labels = sarah["labels"]
        #expect(labels["accent"] == "american" && labels["description"] == "soft" && labels["age"] == "young" && labels["gender"] == "female")
    }

    @Test func `pages count from 0 and make up the whole list, each voice once`() async throws {
        let total = try #require(try await voices()["total"].integer)
        #expect(try await voices()["voices"].elements.count == 30)
        var ids: [String] = []
        for page in 0...total / 100 { ids += try await voices("page_size=100&page=\(page)")["voices"].elements.compactMap { $0["voice_id"].string } }
        #expect(ids.count == total && Set(ids).count == total)
        #expect(try await voices("page=\(total)")["voices"] == [])
        #expect(try await voices("page=9223372036854775807&page_size=100")["voices"] == [])
    }

    @Test func `a language is found by its code or by any name that it has in the other families`() async throws {
        let total = try await voices("language=zh")["total"]
        for name in ["cmn", "Chinese", "chinese%20(mandarin)"] { #expect(try await voices("language=\(name)")["total"] == total, "\(name)") }
    }

    @Test(arguments: [
        ("language=vi", "language", ["vi"]), ("accent=American", "accent", ["american"]), ("accent=west-midlands", "accent", ["west midlands"]),
        ("gender=male", "gender", ["male"]), ("gender=FEMALE", "gender", ["female"]), ("age=young", "age", ["young"]),
        ("age=middle_aged", "age", ["middle_aged"]), ("age=Middle-Aged", "age", ["middle_aged"]), ("age=old", "age", ["old"]),
    ])
    func `a filter lets through what is like it`(query: String, label: String, values: [String]) async throws {
        let found = try await voices("\(query)&page_size=100")["voices"].elements
        #expect(!found.isEmpty && found.allSatisfy { values.contains($0["labels"][label].string ?? "") })
    }

    @Test func `any of several use cases will do, however they are written`() async throws {
        let (news, service) = (
            try await voices("use_cases=news")["total"].integer ?? 0, try await voices("use_cases=customer%20service")["total"].integer ?? 0
        )
        #expect(news > 0 && service > 0)
        let both = try await voices("use_cases=news&use_cases=customer_service")["total"].integer ?? 0
        #expect(both > max(news, service) && both <= news + service)
        for query in ["use_cases=news,customer-service", "use_cases[]=news&use_cases[]=Customer%20Service", "use_cases=news,%20customer_service"] {
            #expect(try await voices(query)["total"].integer == both)
        }
        #expect(try await voices("use_cases=juggling")["total"] == 0)
    }

    @Test func `what every voice is like changes nothing, and what none is finds none`() async throws {
        let total = try await voices()["total"]
        for query in [
            "search=", "sort=&language=", "category=premade", "category=Premade", "min_notice_period_days=0", "min_notice_period_days=365",
            "include_custom_rates=true", "include_live_moderated=false", "sort=created_date", "sort=cloned_by_count",
        ] {
            #expect(try await voices(query)["total"] == total, "\(query)")
        }
        for query in ["category=cloned", "category=professional", "language=tlh-x", "accent=martian", "search=%F0%9F%98%80"] {
            #expect(try await voices(query)["total"] == 0, "\(query)")
        }
    }

    @Test func `a name is found by any part of it, whatever its case`() async throws {
        #expect(try await names("search=SARA").contains("Sarah"))
        #expect(try await names("search=%20stworthy%20%20m%20") == ["Trustworthy Man"])
        #expect(try await names("search=S%C3%A1r%C3%A1").contains("Sarah"))
        #expect(try await names("search=trustworthy-man") == ["Trustworthy Man"])
    }

    @Test func `who spoke most comes first`() async throws {
        let server = try await RunningServer.start()
        let client = server.client
        for (voice, texts) in [("vi", ["A long text, longer than all of the others together."]), ("slt", ["One.", "Two."]), ("awb", ["One."])] {
            for text in texts { _ = try await client.labsTask(text, ["voice_id": .string(voice)]) }
        }
        func first(_ sort: String) async throws -> [JSON] {
            try await client.get("/v1/labs/voices?sort=\(sort)&page_size=4").json["voices"].elements
        }
        #expect(try await first("trending").map { $0["name"] } == ["Slt", "Awb", "Vietnamese (Northern)", "Rms"])
        let spoken = try await first("usage_character_count_1y")
        #expect(spoken.map { $0["name"] } == ["Vietnamese (Northern)", "Slt", "Awb", "Rms"])
        #expect(spoken.map { $0["usage_character_count_1y"] } == [52, 8, 4, 0])
        _ = try await client.labsTask("Three.", ["voice_id": "awb"])
        _ = try await client.labsTask("Four.", ["voice_id": "awb"])
        #expect(try await first("trending").first?["name"] == "Awb")
    }

    @Test(arguments: [
        ("page=-1", "page is a whole number of at least 0"), ("page=x", "page is a whole number of at least 0"),
        ("page=0.5", "page is a whole number of at least 0"), ("page_size=0", "page_size is a whole number from 1 to 100"),
        ("page_size=101", "page_size is a whole number from 1 to 100"),
        ("sort=name", "sort is one of trending, created_date, cloned_by_count, usage_character_count_1y"),
        ("gender=woman", "gender is one of female, male, neutral"), ("age=32", "age is one of young, middle_aged, old"),
        ("min_notice_period_days=-1", "min_notice_period_days is a whole number of at least 0"),
        ("min_notice_period_days=week", "min_notice_period_days is a whole number of at least 0"),
        ("include_custom_rates=yes", "include_custom_rates is true or false"),
        ("include_live_moderated=2", "include_live_moderated is true or false"),
    ])
    func `a bad query is refused with what the field takes`(query: String, message: String) async throws {
        let answer = try await client.get("/v1/labs/voices?\(query)")
        #expect(answer.status == 400)
        #expect(try answer.json == ["error": .string(message), "message": .string(message)])
    }

    @Test(arguments: [
        ("page=0", "page is a whole number of at least 1"), ("limit=101", "limit is a whole number from 1 to 100"),
        ("limit=0", "limit is a whole number from 1 to 100"),
    ])
    func `a bad page of the history is refused`(query: String, message: String) async throws {
        #expect(try await client.get("/v1/labs/task?\(query)").json["error"].string == message)
    }
}
