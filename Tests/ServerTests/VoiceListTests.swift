import TestSupport
import Testing

/// `GET /api/v1/voices`.
@Suite(.timeLimit(.minutes(3))) struct VoiceListTests {
    private let client: APIClient

    init() async throws {
        client = try await SharedServer.running.client
    }

    private func page(_ query: String) async throws -> JSON {
        let answer = try await client.get("/api/v1/voices\(query)")
        #expect(answer.status == 200)
        return try answer.json
    }

    @Test func `a voice is listed in the documented shape`() async throws {
        let list = try await page("?limit=1")
        #expect(list.names == ["success", "voices", "pagination"])
        #expect(list["success"] == true)
        let voice = try #require(list["voices"].elements.first)
        #expect(
            voice.names == [
                "id", "title", "description", "coverImage", "audioUrl", "duration", "status", "type", "isPublic", "popularity", "tags", "usageCount",
                "createdAt", "updatedAt",
            ])
        #expect(voice["status"] == "COMPLETED")
        #expect(voice["type"] == "SYSTEM")
        #expect(voice["id"].string?.wholeMatch(of: #/cl[0-9a-z]{23}/#) != nil)
    }

    @Test func `the pages make up the whole list, each voice once`() async throws {
        let first = try await page("")
        #expect(first["pagination"].names == ["page", "limit", "total", "totalPages", "hasNext", "hasPrev"])
        #expect(first["pagination"]["page"] == 1)
        #expect(first["pagination"]["limit"] == 20)
        #expect(first["pagination"]["hasPrev"] == false)
        #expect(first["pagination"]["hasNext"] == true)
        #expect(first["voices"].elements.count == 20)
        let total = try #require(first["pagination"]["total"].integer)
        #expect(first["pagination"]["totalPages"].integer == (total + 19) / 20)
        let voices = try await client.allVoices()
        #expect(voices.count == total)
        #expect(Set(voices.map { $0["id"] }).count == total)
        #expect(Array(voices.prefix(20)).map { $0["id"] } == first["voices"].elements.map { $0["id"] })
    }

    @Test func `the last page says so, and one beyond it is empty`() async throws {
        let pages = try #require(try await page("?limit=100")["pagination"]["totalPages"].integer)
        let last = try await page("?limit=100&page=\(pages)")
        #expect(last["pagination"]["hasNext"] == false)
        #expect(last["pagination"]["hasPrev"] == true)
        let beyond = try await page("?limit=100&page=\(pages + 1)")
        #expect(beyond["voices"].elements.isEmpty)
        #expect(beyond["pagination"]["hasNext"] == false)
        #expect(try await page("?page=9223372036854775807&limit=100")["voices"].elements.isEmpty)
    }

    @Test func `voices are sorted by title, both ways`() async throws {
        let up = try await page("?sortBy=title&sortOrder=asc&limit=100")["voices"].elements.compactMap { $0["title"].string }
        #expect(up.count == 100)
        #expect(up == up.sorted())
        let down = try await page("?sortBy=title&sortOrder=desc&limit=100")["voices"].elements.compactMap { $0["title"].string }
        #expect(down == down.sorted(by: >))
        #expect(try await page("?sortBy=title&limit=100")["voices"].elements.compactMap { $0["title"].string } == down)
    }

    @Test(arguments: ["createdAt", "updatedAt", "duration", "popularity"])
    func `every documented order is taken`(key: String) async throws {
        #expect(try await page("?sortBy=\(key)&sortOrder=asc&limit=5")["voices"].elements.count == 5)
    }

    @Test func `filters leave what they name`() async throws {
        let total = try await page("?limit=1")["pagination"]["total"]
        #expect(try await page("?limit=1&type=SYSTEM")["pagination"]["total"] == total)
        #expect(try await page("?limit=1&status=COMPLETED")["pagination"]["total"] == total)
        #expect(try await page("?limit=1&type=&status=&page=&sortBy=&sortOrder=")["pagination"]["total"] == total)
        #expect(try await page("?type=USER")["pagination"]["total"] == 0)
        #expect(try await page("?status=PROCESSING")["voices"] == [])
        #expect(try await page("?status=FAILED")["voices"] == [])
    }

    @Test func `a voice's use is counted`() async throws {
        let id = try #require(try await client.spoken("Un.", voice: "cy-female")["voice"]["id"].string)
        let before = try #require(try await client.usageCount(ofVoice: id))
        #expect(try await client.spoken("Dau.", voice: "cy-female")["status"] == "COMPLETED")
        #expect(try await client.spoken("Tri.", voice: id)["status"] == "COMPLETED")
        #expect(try await client.usageCount(ofVoice: id) == before + 2)
        #expect(before >= 1)
    }

    @Test func `the most popular voices come first when they are asked for`() async throws {
        _ = try await client.spoken("One.", voice: "slt")
        let counts = try await page("?sortBy=popularity&sortOrder=desc&limit=100")["voices"].elements.compactMap { $0["popularity"].integer }
        #expect(counts == counts.sorted(by: >))
        #expect(try #require(counts.first) > 0)
    }
}
