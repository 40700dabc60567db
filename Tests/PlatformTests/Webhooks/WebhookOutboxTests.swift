import Database
import Speech
import Testing
import WebClient

@testable import Platform

@Suite struct WebhookOutboxTests {
    private let platform: TestPlatform
    private let user: String
    private let url = "https://example.com/hook?key=secret"

    init() async throws {
        platform = try await TestPlatform()
        user = try await platform.makeUser()
    }

    private func add(format: String = "test") async throws -> (id: String, lease: TaskLease) {
        let webhook = TaskWebhook(target: WebhookTarget(try WebURL(url)), format: format, linkBase: "http://base")
        let task = try await platform.queue.add(SpeechRequest(text: "One.", voiceID: "slt"), price: 0, userID: user, webhook: webhook)
        return (task.id, try #require(try await platform.queue.claim()).lease)
    }

    /// What waits in the outbox.
    private func waiting() async throws -> [LeasedWebhook] {
        try await platform.webhookQueue.claim(by: WebhookTurns())
    }

    @Test func `a completed task is told, as it is then`() async throws {
        let id = try await platform.completeTask(of: user, telling: url)
        let webhook = try #require(try await waiting().first)
        #expect(webhook.body == #"{"id":"\#(id)","state":"completed","link":"http://base/\#(id).mp3"}"#)
        #expect(webhook.url == url && webhook.userID == user && webhook.attempts == 1)
        let listed = try await platform.webhooks.list(user: "ada", state: .waiting, limit: 10)
        #expect(listed.map(\.taskID) == [id] && listed.map(\.urlWithoutQuery) == ["https://example.com/hook"])
    }

    @Test func `a failed task is told`() async throws {
        let (id, lease) = try await add()
        #expect(try await waiting().isEmpty)
        try await platform.queue.fail(lease, error: "No.")
        #expect(try await waiting().map(\.body) == [#"{"id":"\#(id)","state":"failed","link":"http://base/"}"#])
    }

    @Test func `a task that failed because nobody finished it is told`() async throws {
        let (id, _) = try await add()
        for _ in 1..<TaskStateMachine.attemptLimit {
            try await platform.queue.recover(all: true)
            _ = try await platform.queue.claim()
        }
        #expect(try await waiting().isEmpty)
        try await platform.queue.recover(all: true)
        #expect(try await waiting().map(\.body) == [#"{"id":"\#(id)","state":"failed","link":"http://base/"}"#])
    }

    @Test func `a task that nobody is to be told of is not told`() async throws {
        _ = try await platform.queue.add(SpeechRequest(text: "One.", voiceID: "slt"), price: 0, userID: user)
        let lease = try #require(try await platform.queue.claim()).lease
        try await platform.queue.fail(lease, error: "No.")
        #expect(try await waiting().isEmpty)
    }

    @Test func `a worker that lost its task tells nothing`() async throws {
        let (_, lease) = try await add()
        try await platform.queue.recover(all: true)
        await #expect(throws: LeaseLost.self) { try await platform.queue.fail(lease, error: "No.") }
        await #expect(throws: LeaseLost.self) {
            try await platform.complete(lease)
        }
        #expect(try await waiting().isEmpty)
    }

    @Test func `a task that can't be told of ends all the same`() async throws {
        let (_, lease) = try await add(format: "of the future")
        try await platform.queue.fail(lease, error: "No.")
        #expect(try await waiting().map(\.body) == ["{}"])
        let unreadable = try await add().id
        try await platform.database.write { _ = try $0.execute("UPDATE tasks SET request = 'x' WHERE id = \(unreadable)") }
        try await platform.queue.recover(all: true)
        #expect(try await platform.queue.claim()?.task == nil)
        #expect(try await waiting().map(\.body) == ["{}"])
    }

    @Test func `a task that was not finished in time is told`() async throws {
        let (id, _) = try await add()
        platform.advance(by: .seconds(24 * 3600))
        try await platform.queue.endOverdue()
        #expect(try await waiting().map(\.body) == [#"{"id":"\#(id)","state":"failed","link":"http://base/"}"#])
    }

    @Test func `a task that is deleted is not told, whenever it is`() async throws {
        let completed = try await platform.completeTask(of: user, telling: url)
        _ = try await platform.queue.delete(completed, of: user)
        let (running, lease) = try await add()
        _ = try await platform.queue.delete(running, of: user)
        await #expect(throws: LeaseLost.self) { try await platform.queue.fail(lease, error: "No.") }
        #expect(try await waiting().isEmpty)
        #expect(try await platform.webhooks.list(user: nil, state: nil, limit: 10).isEmpty)
        #expect(try await CreditAudit(database: platform.database).findings() == [])
    }
}
