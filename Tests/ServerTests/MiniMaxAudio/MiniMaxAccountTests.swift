import Foundation
import TestSupport
import Testing

/// `/v1/minimax/accounts`, and what accounts keep apart.
@Suite(.timeLimit(.minutes(3))) struct MiniMaxAccountTests {
    private let server: RunningServer
    private let user: APIClient

    init() async throws {
        server = try await SharedServer.running
        user = try await server.newUser()
    }

    private func make(_ fields: [String: JSON]) async throws -> HTTPAnswer {
        try await user.post("/v1/minimax/accounts/", .object(fields))
    }

    @Test func `everyone has the account local, and it stays`() async throws {
        let list = try await user.get("/v1/minimax/accounts").json
        #expect(
            list == [
                "local": ["account": "local", "maxJobs": 20, "runningJobs": 0, "supportAudio": true, "supportChat": false, "supportVideo": false]
            ])
        #expect(try await user.get("/v1/minimax/accounts/local/").json == list["local"])
        #expect(try await user.send("DELETE", "/v1/minimax/accounts/local").status == 400)
        #expect(try await user.get("/v1/minimax/accounts").json == list)
    }

    @Test func `accounts are made, changed, seen and deleted`() async throws {
        let made = try await make(["account": "studio", "maxJobs": 3])
        #expect(made.status == 201)
        #expect(try made.json["account"] == "studio" && made.json["maxJobs"] == 3)
        #expect(try await make(["account": "studio", "maxJobs": 5]).json["maxJobs"] == 5)
        #expect(try await make(["account": "Other-1.b_"]).json["maxJobs"] == 20)
        let order = MemberOrder(in: try await user.get("/v1/minimax/accounts").text)
        #expect(order.places.filter { $0.hasSuffix(".maxJobs") } == [".local.maxJobs", ".Other-1.b_.maxJobs", ".studio.maxJobs"])
        #expect(try await user.get("/v1/minimax/accounts/studio").json["maxJobs"] == 5)
        let stranger = try await server.newUser()
        #expect(try await stranger.get("/v1/minimax/accounts/studio").status == 404)
        #expect(try await stranger.send("DELETE", "/v1/minimax/accounts/studio").status == 404)
        let deleted = try await user.send("DELETE", "/v1/minimax/accounts/studio")
        #expect(deleted.status == 200)
        #expect(try deleted.json == ["account": "studio", "deleted": true, "remaining": 2])
        #expect(try await user.get("/v1/minimax/accounts/studio").status == 404)
        #expect(try await user.send("DELETE", "/v1/minimax/accounts/studio").status == 404)
    }

    @Test func `with several accounts, which one is meant must be said`() async throws {
        #expect(try await make(["account": "studio"]).status == 201)
        let unsaid = try await user.createMP3(["text": "Whose?", "voice_id": "en-us"])
        #expect(unsaid.status == 400)
        #expect(try unsaid.json["error"] == "account is required, as there are several: it is one of local, studio")
        for path in ["/v1/minimax/audio", "/v1/minimax/audio/voices", "/v1/minimax/audio/config"] {
            #expect(try await user.get(path).status == 400)
            #expect(try await user.get("\(path)?account=studio").status == 200)
            #expect(try await user.get("\(path)?account=nobody").json["error"] == "account is none of your accounts: it is one of local, studio")
        }
        let clip = try await user.createMP3(["text": "The studio's.", "voice_id": "en-us", "account": "studio"])
        #expect(clip.status == 200)
        #expect(try clip.json["audio_id"].string?.contains("-minimax:studio-audio:") == true)
        #expect(try await user.clipCount(account: "studio") == 1)
        #expect(try await user.clipCount(account: "local") == 0)
    }

    @Test func `an account's clips go with it`() async throws {
        #expect(try await make(["account": "brief"]).status == 201)
        let answer = try await user.createMP3(["text": "Not for long.", "voice_id": "en-us", "account": "brief"])
        let (id, link) = (try answer.json["audio_id"].string ?? "", try answer.json["audio_url"].string ?? "")
        #expect(try await user.createMP3(["text": "For longer.", "voice_id": "en-us", "account": "local"]).status == 200)
        #expect(try await user.send("DELETE", "/v1/minimax/accounts/brief").status == 200)
        #expect(try await user.get("/v1/minimax/audio/\(id)").status == 404)
        #expect(try await user.anonymous.get(link).status == 404)
        // There is but one again.
        #expect(try await user.clipCount() == 1)
        #expect(try await make(["account": "brief"]).status == 201)
        #expect(try await user.clipCount(account: "brief") == 0)
    }

    @Test(arguments: [
        ("{}", "account is required: a string"), (#"{"account":""}"#, "account is empty: it is required"), (#"{"account":5}"#, "account is a string"),
        (#"{"account":"a b"}"#, "account has 1 to 64 ASCII letters"), (#"{"account":"a:b"}"#, "account has 1 to 64 ASCII letters"),
        (#"{"account":"ä"}"#, "account has 1 to 64 ASCII letters"), (#"{"account":"a/b"}"#, "account has 1 to 64 ASCII letters"),
        (#"{"account":"."}"#, "account has 1 to 64 ASCII letters"), (#"{"account":".."}"#, "account has 1 to 64 ASCII letters"),
        (#"{"account":"LOCAL"}"#, "account is another name than local"),
        (#"{"account":"local"}"#, "account is another name than local"), (#"{"account":"a","maxJobs":0}"#, "maxJobs is a whole number from 1 to 20"),
        (#"{"account":"a","maxJobs":21}"#, "maxJobs is a whole number from 1 to 20"), (#"{"account":"a","maxJobs":"5"}"#, "maxJobs is a whole"),
        (#"{"account":"a","maxJobs":1.5}"#, "maxJobs is a whole"), (#"{"account":"a","token":"abc"}"#, "token is for accounts elsewhere"),
        (#"{"account":"a","token":1}"#, "token is a string"), ("[]", "The body is not a JSON object."),
    ])
    func `a bad account is refused with what is wrong, and is not there`(body: String, message: String) async throws {
        let answer = try await user.send("POST", "/v1/minimax/accounts", headers: ["Content-Type": "application/json"], body: Data(body.utf8))
        #expect(answer.status == 400)
        #expect(try answer.json.names == ["error", "code"] && answer.json["code"] == 400)
        #expect(try answer.json["error"].string?.hasPrefix(message) == true, "\(answer.text)")
        #expect(try await user.get("/v1/minimax/accounts").json.names == ["local"])
    }

    @Test func `names that differ only by capital letters are refused, and the account that is there can be changed`() async throws {
        #expect(try await make(["account": "Studio"]).status == 201)
        let twin = try await make(["account": "studio"])
        #expect(twin.status == 400)
        #expect(try twin.json["error"] == "account differs from your account Studio only by capital letters: take another name")
        #expect(try await make(["account": "Studio", "maxJobs": 2]).json["maxJobs"] == 2)
        #expect(try await user.get("/v1/minimax/accounts").json.names == ["local", "Studio"])
    }

    @Test func `the same request again makes one account`() async throws {
        let send = { [user] (jobs: Int, key: String) in
            try await user.post("/v1/minimax/accounts", ["account": "once", "maxJobs": .number(Double(jobs))], headers: ["Idempotency-Key": key])
        }
        let first = try await send(4, "k")
        #expect(try await send(7, "other").json["maxJobs"] == 7)
        let again = try await send(4, "k")
        #expect(again.status == 201 && again.body == first.body)
        #expect(try await user.get("/v1/minimax/accounts/once").json["maxJobs"] == 7)
        #expect(try await send(5, "k").status == 409)
    }
}
