import Foundation
import TestSupport
import Testing

/// `/labs/task`, from end to end.
@Suite(.timeLimit(.minutes(5))) struct LabsTaskTests {
    private let server: RunningServer
    private let client: APIClient

    init() async throws {
        server = try await SharedServer.running
        client = try await server.newUser(monthlyCredits: 300_000)
    }

    /// Hosts whose work is stopped are not hosts that hang.
    private static let patience = ["MYNAH_ENGINES_PATIENCE": "600"]

    private static let names: Set<String> = [
        "id", "input", "voice_id", "model_id", "style", "speed", "use_speaker_boost", "similarity", "stability", "created_at", "status", "result",
        "subtitle", "process_percentage",
    ]

    @Test func `a task is created, spoken, and answered as it was asked for`() async throws {
        let fields: [String: JSON] = [
            "model_id": "eleven_v3", "style": 1, "speed": 0.7, "use_speaker_boost": true, "similarity": 0, "stability": 0.25, "call_back_url": "",
        ]
        let created = try await client.createLabsTask("Hello world", fields)
        #expect(created.status == 200)
        #expect(try created.json.names == ["task_id"])
        let id = try #require(try created.json["task_id"].string)
        let task = try await client.finished(id, at: "/v1/labs/task")
        #expect(task.names == Self.names)
        #expect(task["status"] == "completed" && task["process_percentage"] == 100 && task["id"].string == id)
        #expect(task["input"] == "Hello world" && task["voice_id"] == "uju3wxzG5OhpWcoi3SMy")
        for name in ["model_id", "style", "speed", "use_speaker_boost", "similarity", "stability"] { #expect(task[name] == fields[name]) }
        let audio = try await client.anonymous.get(try #require(task["result"].string), headers: ["Accept": "application/json"])
        #expect(audio.status == 200 && audio["Content-Type"] == "audio/mpeg" && audio.body.count > 512)
        let subtitle = try await client.anonymous.get(try #require(task["subtitle"].string))
        #expect(subtitle.status == 200 && subtitle["Content-Type"] == "application/x-subrip; charset=utf-8")
        #expect(subtitle.text.hasPrefix("1\n00:00:00,") && subtitle.text.contains("Hello world"))
        #expect(try await client.credits() == 300_000 - 11)
    }

    @Test func `what is left out is as documented, and numbers may be whole`() async throws {
        let answer = try await client.createLabsTask("One.", ["style": nil, "speed": 1, "call_back_url": nil])
        let id = try #require(try answer.json["task_id"].string)
        let task = try await client.get("/v1/labs/task/\(id)/").json
        #expect(task["style"] == 0 && task["speed"] == 1 && task["use_speaker_boost"] == false && task["stability"] == 0.5)
        #expect(task["similarity"] == 0.75)
    }

    @Test func `characters are billed, pauses as they are written`() async throws {
        let text = "Xin chào <#0.5#> các bạn <break time=\"0.5s\" /> 😀"
        #expect(try await client.labsTask(text)["status"] == "completed")
        #expect(try await client.credits() == 300_000 - text.unicodeScalars.count)
    }

    @Test func `the history is by pages, the newest first, of this family alone`() async throws {
        var ids: [String] = []
        for text in ["One.", "Two.", "Three."] { ids.insert(try #require(try await client.createLabsTask(text).json["task_id"].string), at: 0) }
        _ = try await client.speak("Four.")
        let first = try await client.get("/api/v1/labs/task?page=1&limit=2").json
        #expect(first.names == ["tasks", "total", "page", "limit"])
        #expect(first["page"] == "1" && first["limit"] == "2" && first["total"] == 3)
        #expect(first["tasks"].elements.map { $0["id"].string } == Array(ids.prefix(2)))
        let second = try await client.get("/v1/labs/task/?page=2&limit=2").json
        #expect(second["tasks"].elements.map { $0["id"].string } == [ids[2]])
        let usual = try await client.get("/v1/labs/task").json
        #expect(usual["page"] == "1" && usual["limit"] == "20" && usual["tasks"].elements.count == 3)
        #expect(try await client.get("/v1/labs/task?page=99").json["tasks"] == [])
    }

    @Test func `a deleted task is gone, with its files, once and for all`() async throws {
        let task = try await client.labsTask("Hello world")
        let id = try #require(task["id"].string)
        let deleted = try await client.send("DELETE", "/api/v1/labs/task/\(id)")
        #expect(deleted.status == 200 && deleted.body.isEmpty)
        for path in ["/v1/labs/task/\(id)", task["result"].string ?? "", task["subtitle"].string ?? ""] {
            #expect(try await client.get(path).status == 404)
        }
        #expect(try await client.send("DELETE", "/v1/labs/task/\(id)").status == 404)
        #expect(try await client.send("POST", "/v1/labs/task/subtitle/\(id)").status == 404)
        #expect(try await client.get("/v1/labs/task").json["total"] == 0)
    }

    @Test func `a task that is deleted in the midst of its work gives its credits back`() async throws {
        let server = try await RunningServer.start(environment: Self.patience)
        let client = try await server.newUser(monthlyCredits: 300_000)
        let long = String(repeating: "We were away a year ago, and nobody knew where we were going. ", count: 500)
        let begun = server.nextWork()
        let id = try #require(try await client.createLabsTask(long).json["task_id"].string)
        _ = try #require(await begun.value)
        #expect(try await client.credits() == 300_000 - long.count)
        let running = try await client.get("/v1/labs/task/\(id)").json
        #expect(running["status"] == "processing" && running["result"] == nil && running["subtitle"] == nil)
        let export = try await client.send("POST", "/v1/labs/task/subtitle/\(id)")
        #expect(export.status == 400)
        #expect(try export.json["error"] == "The task is not completed yet: ask again once it is")
        #expect(try await client.send("DELETE", "/v1/labs/task/\(id)").status == 200)
        #expect(try await client.send("DELETE", "/v1/labs/task/\(id)").status == 404)
        #expect(try await client.credits() == 300_000)
        #expect(await eventually { server.busyHosts.isEmpty })
    }

    @Test func `the percentage moves as the work does, in both families, and is 100 at the end alone`() async throws {
        // It is told once a second: one host alone takes several over these, however fast the machine is.
        let server = try await RunningServer.start(environment: ["MYNAH_ENGINES_COUNT": "1"])
        let client = server.client
        let long = String(repeating: "We were away a year ago, and nobody knew where we were going. ", count: 240)
        let labs = try #require(try await client.createLabsTask(long).json["task_id"].string)
        let max = try #require(try await client.post("/v1/max/tasks", ["text": .string(long), "voice_id": "slt"]).json["id"].string)
        var open = ["/v1/labs/task/\(labs)", "/v1/max/tasks/\(max)"]
        var seen: [String: [Int]] = [:]
        while !open.isEmpty {
            for path in open {
                let task = try await client.get(path).json
                let percentage = try #require(task["process_percentage"].integer)
                seen[path, default: []].append(percentage)
                #expect((percentage == 100) == (task["status"] == "completed"))
                if task["status"] != "processing" { open.removeAll { $0 == path } }
            }
        }
        for percentages in seen.values { #expect(percentages == percentages.sorted() && percentages.last == 100 && Set(percentages).count > 2) }
    }

    @Test func `what is someone else's, or another family's, is not there`() async throws {
        let id = try #require(try await client.createLabsTask("One.").json["task_id"].string)
        let other = try await server.newUser(monthlyCredits: 0)
        let credits = try #require(try await client.speak("One.").json["speechId"].string)
        for (client, id) in [(other, id), (client, credits), (client, "task-uuid")] {
            for (method, path) in [("GET", "task/\(id)"), ("DELETE", "task/\(id)"), ("POST", "task/subtitle/\(id)")] {
                let answer = try await client.send(method, "/api/v1/labs/\(path)")
                #expect(answer.status == 404)
                #expect(try answer.json == ["error": "There is no such task.", "message": "There is no such task."])
            }
        }
    }

    @Test func `a task of this family is waited for, fetched and looked at in Credits, by its user alone`() async throws {
        let id = try #require(try await client.createLabsTask("One.").json["task_id"].string)
        #expect(try await client.get("/api/v1/tts/\(id)/audio?wait=120").status == 200)
        let speech = try await client.get("/api/v1/tts/\(id)").json["speech"]
        #expect(speech["status"] == "COMPLETED")
        #expect(speech["text"] == "One.")
        let other = try await server.newUser()
        for path in [id, "\(id)/audio"] { #expect(try await other.get("/api/v1/tts/\(path)").status == 404) }
    }

    @Test func `too few credits are said in the family's words`() async throws {
        let poor = try await server.newUser(monthlyCredits: 3)
        let answer = try await poor.createLabsTask("Hello world")
        #expect(answer.status == 400)
        #expect(try answer.json == ["error": "Not enough credit", "message": "Not enough credit"])
    }

    @Test func `the same key does the work once`() async throws {
        let headers = ["Idempotency-Key": "labs"]
        let first = try await client.createLabsTask("One.", headers: headers)
        let fields: [String: JSON] = ["input": "One.", "voice_id": "uju3wxzG5OhpWcoi3SMy", "model_id": "eleven_multilingual_v2", "speed": 1]
        #expect(try await client.post("/v1/labs/task/", .object(fields), headers: headers).body == first.body)
        #expect(try await client.createLabsTask("One.", ["style": 1], headers: headers).status == 409)
        #expect(try await client.get("/v1/labs/task").json["total"] == 1)
    }

    @Test func `the user and the credits are told, grant by grant`() async throws {
        let user = try await server.newUser(monthlyCredits: 1000, permanentCredits: 50)
        let me = try await user.get("/api/v1/me").json
        #expect(me.names == ["id", "username", "balance", "credits"])
        #expect(me["username"].string == user.userName && me["balance"] == 1050)
        #expect(me["credits"].elements.map { $0["amount"] } == [1000, 50])
        #expect(me["credits"].elements[0]["expire_at"].string?.hasSuffix("-01T00:00:00.000Z") == true)
        #expect(me["credits"].elements[1] == ["amount": 50, "expire_at": nil])
        #expect(try await user.get("/v1/labs/credits/").json == me["credits"])
        _ = try await user.labsTask("Hello")
        #expect(try await user.get("/v1/me").json["credits"].elements.map { $0["amount"] } == [995, 50])
    }

    @Test func `a key that may only read has nothing spoken, cut or deleted`() async throws {
        let key = try await server.mynah("keys", "create", "--user", client.userName, "--scopes", "read").text
        let reader = APIClient(url: server.url, key: key)
        for path in ["/v1/me", "/v1/labs/credits", "/v1/labs/voices", "/v1/labs/task", "/v1/max/voices", "/v1/max/tasks", "/v1/max/voice-clones"] {
            #expect(try await reader.get(path).status == 200)
        }
        let message: JSON = "This key may not do that: it needs the scope speak"
        for (method, path) in [
            ("POST", "/v1/labs/task"), ("DELETE", "/v1/labs/task/x"), ("POST", "/v1/labs/task/subtitle/x"), ("POST", "/v1/max/tasks"),
            ("DELETE", "/v1/max/tasks/x"),
        ] {
            let answer = try await reader.send(method, path)
            #expect(answer.status == 403)
            #expect(try answer.json == ["error": message, "message": message])
        }
    }

    @Test func `a key that opens nothing is refused in the family's words`() async throws {
        for path in ["/api/v1/me", "/v1/labs/voices", "/api/v1/labs/task"] {
            let answer = try await client.anonymous.get(path)
            #expect(answer.status == 401)
            #expect(try answer.json == ["error": "Authentication required", "message": "Authentication required"])
        }
    }
}
