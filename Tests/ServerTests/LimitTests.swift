import Database
import Foundation
import TestSupport
import Testing

/// How often callers may ask, and what they are told of it.
@Suite(.timeLimit(.minutes(3))) struct LimitTests {
    @Test func `a key that has had enough is told when to come back`() async throws {
        let server = try await RunningServer.start(environment: ["MYNAH_LIMITS_REQUESTS_PER_KEY": "2"])
        let client = server.client
        let first = try await client.get("/api/v1/credits")
        #expect(first.status == 200)
        #expect(first["X-RateLimit-Limit"] == "2")
        #expect(first["X-RateLimit-Remaining"] != nil)
        var (last, asked) = (first, Date())
        // The window may end in between.
        #expect(
            try await eventually {
                asked = Date()
                last = try await client.get("/api/v1/credits")
                return last.status == 429
            })
        #expect(last["X-RateLimit-Remaining"] == "0")
        // To the second: both tell of the end of the same minute.
        let (wait, reset) = (try #require(Double(last["Retry-After"] ?? "")), try #require(Double(last["X-RateLimit-Reset"] ?? "")))
        #expect(wait >= 1 && (asked.timeIntervalSince1970 - 1...Date().timeIntervalSince1970 + 1).contains(reset - wait))
        #expect(try last.json["code"] == "RATE_LIMITED")
    }

    @Test func `keys that open nothing can't be tried for long`() async throws {
        let server = try await RunningServer.start(environment: ["MYNAH_LIMITS_FAILURES_PER_ADDRESS": "2"])
        let client = APIClient(url: server.url, key: "nonsense")
        #expect(try await client.get("/api/v1/credits").status == 401)
        #expect(try await eventually { try await client.get("/api/v1/credits").status == 429 })
        #expect(try await server.client.get("/api/v1/credits").status == 200)
    }

    @Test func `a user's keys share what the user may ask for`() async throws {
        let server = try await RunningServer.start(environment: ["MYNAH_LIMITS_REQUESTS_PER_USER": "3"])
        let (first, second) = (server.client, APIClient(url: server.url, key: try await server.mynah("keys", "create", "--user", "admin").text))
        var last = try await first.get("/api/v1/credits")
        #expect(last["X-RateLimit-Limit"] == "3")
        #expect(
            try await eventually {
                last = try await second.get("/api/v1/credits")
                return last.status == 429
            })
        #expect(last["X-RateLimit-Remaining"] == "0")
        // Another user may go on.
        #expect(try await server.newUser().get("/api/v1/credits").status == 200)
    }

    /// A request, and what it is answered by.
    struct Case: Sendable, CustomTestStringConvertible {
        var method: String
        var path: String
        var headers: [String: String] = [:]
        var body: Data?
        var status: Int

        var testDescription: String { "\(method) \(path): \(status)" }
    }

    private static let cases = [
        Case(method: "GET", path: "/healthz", status: 200), Case(method: "GET", path: "/readyz", status: 200),
        Case(method: "GET", path: "/metrics", status: 200), Case(method: "HEAD", path: "/healthz", status: 200),
        Case(method: "GET", path: "/nowhere", status: 404), Case(method: "PROPFIND", path: "/nowhere", status: 404),
        Case(method: "PROPFIND", path: "/api/v1/tts", status: 405), Case(method: "DELETE", path: "/api/v1/tts", status: 405),
        Case(method: "OPTIONS", path: "/api/v1/credits", status: 405), Case(method: "TRACE", path: "/files/none.mp3", status: 405),
        Case(method: "OPTIONS", path: "/api/v1/tts", headers: ["Access-Control-Request-Method": "POST", "Origin": "https://a.example"], status: 204),
        Case(method: "OPTIONS", path: "/nowhere", headers: ["Access-Control-Request-Method": "POST", "Origin": "https://a.example"], status: 204),
        Case(method: "GET", path: "/files/none.mp3", status: 404), Case(method: "HEAD", path: "/files/none.mp3", status: 404),
        Case(method: "GET", path: "/api/v1/credits", headers: ["Authorization": "Bearer nonsense"], status: 401),
        Case(method: "GET", path: "/api/v1/credits", headers: ["Authorization": ""], status: 401),
        Case(method: "GET", path: "/api/v1/credits", status: 200), Case(method: "HEAD", path: "/api/v1/voices", status: 200),
        Case(method: "GET", path: "/api/v1/voices?page=0", status: 400), Case(method: "GET", path: "/api/v1/tts/clxxxx", status: 404),
        Case(method: "POST", path: "/api/v1/tts", body: Data("{".utf8), status: 400),
        Case(method: "POST", path: "/api/v1/tts", body: Data(count: 2 << 20), status: 413),
        Case(method: "POST", path: "/api/v1/tts", body: Data(#"{"text":"One.","voiceId":"nobody"}"#.utf8), status: 404),
    ]

    @Test(arguments: cases) func `every answer tells the limits`(request: Case) async throws {
        let server = try await SharedServer.running
        let client = request.headers["Authorization"] == nil ? server.client : server.client.anonymous
        let asked = Date()
        let answer = try await client.send(request.method, request.path, headers: request.headers, body: request.body)
        #expect(answer.status == request.status)
        try expectLimits(in: answer, asked: asked)
    }

    @Test func `an answer with a file tells the limits, whole, in part and not at all`() async throws {
        let server = try await SharedServer.running
        let url = try #require(try await server.client.spoken("One.")["audioUrl"].string)
        let tag = try #require(try await server.client.anonymous.get(url)["ETag"])
        for (headers, status) in [([:], 200), (["Range": "bytes=0-9"], 206), (["If-None-Match": tag], 304), (["Range": "bytes=9999999-"], 416)] {
            let asked = Date()
            let answer = try await server.client.anonymous.get(url, headers: headers)
            #expect(answer.status == status)
            try expectLimits(in: answer, asked: asked)
        }
    }

    @Test func `an answer to whom nothing can be found out about tells the limits`() async throws {
        let server = try await RunningServer.start()
        // Whatever breaks the database, keys can't be looked up then.
        let database = try SQLiteDatabase(path: server.data + "/mynah.db")
        try await database.write { try $0.execute("ALTER TABLE api_keys RENAME TO gone") }
        try await database.close()
        let asked = Date()
        let answer = try await server.client.get("/api/v1/credits")
        #expect(answer.status == 500)
        #expect(try answer.json["code"] == "INTERNAL_ERROR")
        try expectLimits(in: answer, asked: asked)
        #expect(try await server.client.get("/healthz").status == 200)
    }

    @Test func `an answer to what is no request tells the limits`() async throws {
        let connection = try RawConnection(to: try await SharedServer.running.url)
        connection.send("This is no HTTP.\r\n\r\n")
        let answer = try #require(await connection.receiveToEnd()).lowercased()
        #expect(answer.hasPrefix("http/1.1 400 "))
        for header in ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"] { #expect(answer.contains("\r\n\(header): ")) }
    }

    /// The three headers are there and true: the count starts anew at a full minute within the next.
    private func expectLimits(in answer: HTTPAnswer, asked: Date, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let limit = try #require(answer["X-RateLimit-Limit"].flatMap { Int($0) }, sourceLocation: sourceLocation)
        let remaining = try #require(answer["X-RateLimit-Remaining"].flatMap { Int($0) }, sourceLocation: sourceLocation)
        let reset = try #require(answer["X-RateLimit-Reset"].flatMap { Double($0) }, sourceLocation: sourceLocation)
        #expect((0..<limit).contains(remaining), sourceLocation: sourceLocation)
        let (earliest, latest) = (asked.timeIntervalSince1970, Date().timeIntervalSince1970)
        #expect(reset.truncatingRemainder(dividingBy: 60) == 0 && reset > earliest - 1 && reset <= latest + 61, sourceLocation: sourceLocation)
    }
}
