import Foundation
import TestSupport
import Testing

/// `/max/tasks` and `/max/voice-clones`, from end to end.
@Suite(.timeLimit(.minutes(3))) struct MaxTaskTests {
    private let server: RunningServer
    private let client: APIClient

    init() async throws {
        server = try await SharedServer.running
        client = try await server.newUser(monthlyCredits: 300_000)
    }

    private static let names: Set<String> = [
        "id", "created_at", "updated_at", "title", "content", "user_id", "status", "result", "voice_id", "model_id", "error", "speed", "pitch",
        "volume",
        "language", "is_clone", "process_percentage",
    ]

    private func create(_ fields: [String: JSON] = [:], headers: [String: String] = [:]) async throws -> HTTPAnswer {
        let usual: [String: JSON] = ["text": "Hello world", "voice_id": "226893671006272"]
        return try await client.post("/api/v1/max/tasks", .object(usual.merging(fields) { $1 }), headers: headers)
    }

    @Test func `a task is created as a whole, spoken, and answered as it was asked for`() async throws {
        let fields: [String: JSON] = [
            "title": "A greeting", "model_id": "speech-2.6-turbo", "language": "English", "speed": 2, "pitch": -3, "volume": 0.5, "is_clone": false,
            "call_back_url": nil,
        ]
        let answer = try await create(fields)
        #expect(answer.status == 200)
        let created = try answer.json
        #expect(created.names == Self.names)
        #expect(created["status"] == "processing" && created["result"] == nil && created["error"] == nil && created["process_percentage"] == 0)
        let task = try await client.finished(try #require(created["id"].string), at: "/v1/max/tasks")
        #expect(task.names == Self.names)
        #expect(task["status"] == "completed" && task["process_percentage"] == 100 && task["error"] == nil)
        for name in ["title", "model_id", "language", "speed", "pitch", "volume", "is_clone"] { #expect(task[name] == fields[name]) }
        #expect(task["content"] == "Hello world" && task["voice_id"] == "226893671006272" && task["created_at"] == created["created_at"])
        let me = try await client.get("/v1/me").json
        #expect(task["user_id"] == me["id"] && me["balance"] == .number(300_000 - 11))
        let audio = try await client.anonymous.get(try #require(task["result"].string))
        #expect(audio.status == 200 && audio["Content-Type"] == "audio/mpeg" && audio.body.count > 512)
    }

    @Test func `what is left out is as documented`() async throws {
        let task = try await create(["title": "", "language": nil]).json
        #expect(task["title"] == "" && task["model_id"] == "speech-2.5-hd-preview" && task["speed"] == 1 && task["pitch"] == 0 && task["volume"] == 1)
        #expect(task["is_clone"] == false)
    }

    @Test(arguments: [
        ("Hello world, how are you today?", "Auto", "English"), ("Hello world", "vietnamese", "Vietnamese"), ("Hello world", "Malayan", "Malayan"),
        ("今天天气很好，我们去公园。", "Auto", "Chinese (Mandarin)"), ("Привет, как у вас дела сегодня?", "", "Russian"),
    ])
    func `the answer says in which language the text is read`(text: String, asked: String, used: String) async throws {
        let task = try await create(["text": .string(text), "language": .string(asked)]).json
        #expect(task["language"].string == used)
    }

    @Test(arguments: ["English_Trustworth_Man", "uju3wxzG5OhpWcoi3SMy", "slt", "209544421245048"])
    func `a voice is named by any of its ids`(id: String) async throws {
        #expect(try await client.maxTask("One.", ["voice_id": .string(id)])["status"] == "completed")
    }

    @Test func `the history is by pages, the newest first`() async throws {
        var ids: [String?] = []
        for _ in 0..<3 { ids.insert(try await create().json["id"].string, at: 0) }
        _ = try await client.createLabsTask("One.")
        let first = try await client.get("/api/v1/max/tasks/?page=1&page_size=2").json
        #expect(first.names == ["tasks", "total", "page", "page_size"])
        #expect(first["page"] == 1 && first["page_size"] == 2 && first["total"] == 3)
        #expect(first["tasks"].elements.map { $0["id"].string } == Array(ids.prefix(2)))
        #expect(try await client.get("/v1/max/tasks?page=2&page_size=2").json["tasks"].elements.map { $0["id"].string } == [ids[2]])
        #expect(try await client.get("/v1/max/tasks").json["page_size"] == 10)
        for (query, message) in [("page=0", "page is a whole number of at least 1"), ("page_size=101", "page_size is a whole number from 1 to 100")] {
            #expect(try await client.get("/v1/max/tasks?\(query)").json["error"].string == message)
        }
    }

    @Test func `a deleted task is gone, and what is someone else's is not there`() async throws {
        let id = try #require(try await client.maxTask("One.")["id"].string)
        let other = try await server.newUser(monthlyCredits: 0)
        let labs = try #require(try await client.createLabsTask("One.").json["task_id"].string)
        for (client, id) in [(other, id), (client, labs)] {
            for method in ["GET", "DELETE"] {
                let answer = try await client.send(method, "/v1/max/tasks/\(id)")
                #expect(answer.status == 404)
                #expect(try answer.json == ["error": "There is no such task.", "message": "There is no such task."])
            }
        }
        let deleted = try await client.send("DELETE", "/api/v1/max/tasks/\(id)")
        #expect(deleted.status == 200 && deleted.body.isEmpty)
        #expect(try await client.get("/v1/max/tasks/\(id)").status == 404)
        #expect(try await client.send("DELETE", "/v1/max/tasks/\(id)").status == 404)
    }

    @Test func `the same key does the work once`() async throws {
        let headers = ["Idempotency-Key": "max"]
        let first = try await create(["title": "One"], headers: headers)
        #expect(try await create(["title": "One", "speed": 1], headers: headers).body == first.body)
        #expect(try await create(["title": "Two"], headers: headers).status == 409)
        #expect(try await client.get("/v1/max/tasks").json["total"] == 1)
    }

    @Test func `who has cloned nobody has no voice clones`() async throws {
        #expect(try await client.get("/api/v1/max/voice-clones").json == ["voice_clones": [], "total": 0, "limit": 30])
    }

    @Test func `a text of 100,000 characters is taken, however it is written`() async throws {
        let escaped = String(repeating: #"\ud83d\ude00"#, count: 99_999) + "a"
        let body = Data(#"{"text":"\#(escaped)","voice_id":"slt"}"#.utf8)
        let answer = try await client.send("POST", "/v1/max/tasks", headers: ["Content-Type": "application/json"], body: body)
        #expect(answer.status == 200)
        let id = try #require(try answer.json["id"].string)
        #expect(try await client.credits() == 200_000)
        #expect(try await client.send("DELETE", "/v1/max/tasks/\(id)").status == 200)
        #expect(try await client.credits() == 300_000)
    }
}
