import Foundation
import TestSupport
import Testing

/// The callbacks of Labs and Max, from end to end.
@Suite(.timeLimit(.minutes(3))) struct CallbackTests {
    private static let environment = ["MYNAH_WEBHOOKS_ALLOWED_RANGES": "127.0.0.0/8"]
    private static let started = Task { try await RunningServer.start(environment: environment) }

    @Test func `a completed Labs task is told with its links, signed`() async throws {
        let client = try await Self.started.value.newUser(monthlyCredits: 1000)
        let receiver = try WebReceiver()
        let task = try await client.labsTask("Hello world", ["call_back_url": .string(receiver.url("/callback"))])
        let request = try #require(try await receiver.requests(1).first)
        #expect(request.path == "/callback" && request["Mynah-Signature"] != nil)
        let told = try request.json
        #expect(told.names == ["error", "id", "input", "result", "subtitle"])
        #expect(told["error"] == "" && told["id"] == task["id"] && told["input"] == "Hello world")
        #expect(told["result"] == task["result"] && told["subtitle"] == task["subtitle"])
        #expect(try await client.anonymous.get(try #require(told["subtitle"].string)).status == 200)
    }

    @Test func `a completed Max task is told with its link`() async throws {
        let client = try await Self.started.value.newUser(monthlyCredits: 1000)
        let receiver = try WebReceiver()
        let task = try await client.maxTask("Hello world", ["call_back_url": .string(receiver.url())])
        let told = try #require(try await receiver.requests(1).first).json
        #expect(told == ["error": "", "id": task["id"], "input": "Hello world", "result": task["result"]])
    }

    @Test func `a failed task is told with its error and without a result`() async throws {
        let receiver = try WebReceiver()
        let server = try await RunningServer.start(environment: Self.environment)
        let client = server.client
        // Where files are made, there is none to be made.
        let folder = URL(fileURLWithPath: server.data).appendingPathComponent("tmp")
        try FileManager.default.removeItem(at: folder)
        try Data().write(to: folder)
        let url = JSON.string(receiver.url())
        for task in [try await client.labsTask("One.", ["call_back_url": url]), try await client.maxTask("One.", ["call_back_url": url])] {
            #expect(task["status"] == "failed" && task["result"] == nil && task["error"].string?.isEmpty == false)
            #expect(task["process_percentage"].integer ?? 100 < 100)
        }
        for told in try await receiver.requests(2).map({ try $0.json }) {
            #expect(
                told["error"].string?.hasPrefix("The audio can't be stored") == true && told["result"] == "" && told["subtitle"].string ?? "" == "")
        }
        let id = try #require(try await client.get("/v1/labs/task").json["tasks"].elements.first?["id"].string)
        let export = try await client.send("POST", "/v1/labs/task/subtitle/\(id)")
        #expect(export.status == 400)
        #expect(try export.json["error"] == "The task has failed: there is nothing to make a subtitle of")
    }

    @Test func `a task can be deleted while it is told of`() async throws {
        let client = try await Self.started.value.newUser(monthlyCredits: 1000)
        let receiver = try WebReceiver { number in number == 0 ? .hang() : .status(200) }
        let task = try await client.labsTask("Hello world", ["call_back_url": .string(receiver.url())])
        _ = try await receiver.requests(1)
        let id = try #require(task["id"].string)
        #expect(try await client.send("DELETE", "/api/v1/labs/task/\(id)").status == 200)
        #expect(try await client.send("DELETE", "/api/v1/labs/task/\(id)").status == 404)
        #expect(try await client.get(try #require(task["subtitle"].string)).status == 404)
        #expect(try await client.credits() == 1000 - 11)
    }
}
