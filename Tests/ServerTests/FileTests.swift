import Foundation
import TestSupport
import Testing

/// Finished files, as browsers, players and caches ask for them.
@Suite(.timeLimit(.minutes(3))) struct FileTests {
    private let client: APIClient
    private let link: String
    private let whole: HTTPAnswer

    /// The one file that these tests fetch.
    private static let spoken = Task {
        try await SharedServer.running.client.spoken("A file that is fetched in many ways.", format: "wav")["audioUrl"].string
    }

    init() async throws {
        client = try await SharedServer.running.client.anonymous
        link = try #require(try await Self.spoken.value)
        whole = try await client.get(link)
    }

    private var tag: String {
        whole["ETag"] ?? "none"
    }

    @Test func `a file comes with all that a player and a cache need`() {
        #expect(whole.status == 200)
        #expect(whole["Content-Type"] == "audio/wav")
        #expect(whole["Content-Length"] == "\(whole.body.count)")
        #expect(whole["Accept-Ranges"] == "bytes")
        #expect(whole["Access-Control-Allow-Origin"] == "*")
        #expect(whole["Access-Control-Expose-Headers"]?.contains("Content-Range") == true)
        #expect(whole["X-Request-Id"] != nil)
        #expect(tag.wholeMatch(of: #/"[^"]+"/#) != nil)
        #expect(whole.body.prefix(4) == Data("RIFF".utf8))
    }

    @Test func `a head has the headers and no body`() async throws {
        let answer = try await client.send("HEAD", link)
        #expect(answer.status == 200)
        #expect(answer.body.isEmpty)
        for name in ["Content-Type", "Content-Length", "ETag", "Accept-Ranges", "Access-Control-Allow-Origin"] {
            #expect(answer[name] == whole[name])
        }
    }

    @Test func `parts are what they are of the whole`() async throws {
        let size = whole.body.count
        let parts = [
            ("bytes=0-0", 0..<1), ("bytes=0-99", 0..<100), ("bytes=1000-1999", 1000..<2000), ("bytes=1000-", 1000..<size),
            ("bytes=-500", size - 500..<size), ("bytes=-99999999", 0..<size), ("bytes=0-99999999", 0..<size), ("bytes=\(size - 1)-", size - 1..<size),
        ]
        for (header, range) in parts {
            let answer = try await client.get(link, headers: ["Range": header])
            #expect(answer.status == 206, "\(header)")
            #expect(answer["Content-Range"] == "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)")
            #expect(answer["Content-Length"] == "\(range.count)")
            #expect(answer["ETag"] == whole["ETag"])
            #expect(answer.body == whole.body[range])
        }
    }

    @Test(arguments: ["bytes=99999999-", "bytes=99999999-999999999", "bytes=-0"])
    func `a part beyond the end can't be had`(range: String) async throws {
        let answer = try await client.get(link, headers: ["Range": range])
        #expect(answer.status == 416)
        #expect(answer["Content-Range"] == "bytes */\(whole.body.count)")
        #expect(answer["Content-Type"]?.hasPrefix("application/json") == true)
        #expect(try answer.json["code"] == "INVALID_PARAMETERS")
    }

    @Test(arguments: ["bytes=5-2", "bytes=a-b", "lines=1-2", "bytes=", "bytes=--1", "bytes=99999999999999999999-"])
    func `a range that makes no sense never gives a part`(range: String) async throws {
        let answer = try await client.get(link, headers: ["Range": range])
        #expect([200, 416].contains(answer.status))
        if answer.status == 200 { #expect(answer.body == whole.body) }
    }

    @Test func `who has the file already is told so`() async throws {
        for header in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let answer = try await client.get(link, headers: ["If-None-Match": header])
            #expect(answer.status == 304, "\(header)")
            #expect(answer.body.isEmpty)
            #expect(answer["ETag"] == tag)
        }
        #expect(try await client.get(link, headers: ["If-None-Match": "\"other\""]).status == 200)
    }

    @Test func `a part of another version is answered with the whole`() async throws {
        let same = try await client.get(link, headers: ["Range": "bytes=0-9", "If-Range": tag])
        #expect(same.status == 206)
        #expect(same.body.count == 10)
        let other = try await client.get(link, headers: ["Range": "bytes=0-9", "If-Range": "\"other\""])
        #expect(other.status == 200)
        #expect(other.body == whole.body)
    }

    @Test func `the head of a part has its length`() async throws {
        let answer = try await client.send("HEAD", link, headers: ["Range": "bytes=10-19"])
        // RFC 9110 defines ranges for GET alone; either answer tells the truth.
        #expect(answer["Content-Length"] == (answer.status == 206 ? "10" : "\(whole.body.count)"))
        #expect(answer.body.isEmpty)
    }

    @Test(arguments: ["/files/nothing.mp3", "/files/..", "/files/%2e%2e%2fmynah.db", "/files/", "/files/a/b", "/files/%00", "/files/%FF.mp3"])
    func `an unknown file is not found`(path: String) async throws {
        let answer = try await client.get(path)
        #expect(answer.status == 404)
        #expect(try answer.json["code"] == "NOT_FOUND")
        #expect(answer["Access-Control-Allow-Origin"] == "*")
    }

    @Test func `nothing but reading is allowed`() async throws {
        for method in ["POST", "PUT", "DELETE", "PATCH"] {
            let answer = try await client.send(method, link)
            #expect(answer.status == 405)
            #expect(answer["Allow"] == "GET, HEAD")
        }
    }
}
