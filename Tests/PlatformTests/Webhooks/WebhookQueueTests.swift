import Database
import Testing
import WebClient

@testable import Platform

@Suite struct WebhookQueueTests {
    private let platform: TestPlatform
    private let user: String
    private let url = "https://example.com/hook"

    init() async throws {
        platform = try await TestPlatform()
        user = try await platform.makeUser()
    }

    private func claim() async throws -> [LeasedWebhook] {
        try await platform.webhookQueue.claim(by: WebhookTurns())
    }

    private func finish(_ webhook: LeasedWebhook, _ status: Int, _ verdict: WebhookVerdict) async throws {
        let attempt = WebhookTry(startedAt: platform.clock.now, duration: .milliseconds(5), outcome: .success(WebAnswer(status: status)))
        try await platform.webhookQueue.finish(webhook, attempt, verdict)
    }

    @Test func `a delivery is tried by one at a time`() async throws {
        try await platform.completeTask(of: user, telling: url)
        let first = try #require(try await claim().first)
        #expect(try await claim().isEmpty)
        platform.advance(by: WebhookQueue.leaseDuration)
        let second = try #require(try await claim().first)
        #expect(second.id == first.id && second.token != first.token && second.attempts == 2)
        #expect(second.firstTriedAt == TestPlatform.start)
        // The first was too late, and says nothing any more.
        try await finish(first, 404, .failed)
        try await platform.webhookQueue.release(first)
        var (delivery, tries) = try await platform.webhooks.delivery(first.id)
        #expect(delivery.state == .waiting && tries.isEmpty)
        try await finish(second, 200, .delivered)
        (delivery, tries) = try await platform.webhooks.delivery(first.id)
        #expect(delivery.state == .delivered && delivery.endedAt == platform.clock.now && tries.map(\.status) == [200])
        #expect(try await claim().isEmpty)
    }

    @Test func `a delivery is tried again when it is due, and not before`() async throws {
        try await platform.completeTask(of: user, telling: url)
        let first = try #require(try await claim().first)
        try await finish(first, 500, .retry(at: platform.clock.now + .seconds(10)))
        platform.advance(by: .milliseconds(9999))
        #expect(try await claim().isEmpty)
        platform.advance(by: .milliseconds(1))
        #expect(try await claim().map(\.id) == [first.id])
    }

    @Test func `what a server left is tried by the next at once`() async throws {
        try await platform.completeTask(of: user, telling: url)
        let first = try #require(try await claim().first)
        try await platform.webhookQueue.recover()
        #expect(try await claim().map(\.id) == [first.id])
    }

    @Test func `a try that is handed back does not count`() async throws {
        try await platform.completeTask(of: user, telling: url)
        try await platform.webhookQueue.release(try #require(try await claim().first))
        #expect(try await claim().map(\.attempts) == [1])
    }

    @Test func `a user with many leaves room for one with few`() async throws {
        let other = try await platform.makeUser("bob")
        for _ in 0..<20 { try await platform.completeTask(of: user, telling: url) }
        platform.advance(by: .seconds(60))
        try await platform.completeTask(of: other, telling: url)
        let claimed = try await claim()
        #expect(claimed.count { $0.userID == user } == 16 && claimed.count { $0.userID == other } == 1)
        var turns = WebhookTurns()
        turns.add(16, of: user)
        turns.add(1, of: other)
        #expect(try await platform.webhookQueue.claim(by: turns).isEmpty)
        turns.add(-3, of: user)
        #expect(try await platform.webhookQueue.claim(by: turns).map(\.userID) == [user, user, user])
    }

    @Test func `what ended a month ago is removed, and nothing else`() async throws {
        try await platform.completeTask(of: user, telling: url)
        let old = try #require(try await claim().first)
        try await finish(old, 200, .delivered)
        platform.advance(by: .seconds(1))
        try await platform.completeTask(of: user, telling: url)
        let newer = try #require(try await claim().first)
        try await finish(newer, 404, .failed)
        try await platform.completeTask(of: user, telling: url)
        let waiting = try #require(try await claim().first)
        platform.advance(by: WebhookQueue.lifetime - .seconds(1))
        #expect(try await !platform.webhookQueue.removeOld())
        #expect(try await Set(platform.webhooks.list(user: nil, state: nil, limit: 10).map(\.id)) == [newer.id, waiting.id])
        platform.advance(by: .seconds(1))
        #expect(try await !platform.webhookQueue.removeOld())
        #expect(try await platform.webhooks.list(user: nil, state: nil, limit: 10).map(\.id) == [waiting.id])
        #expect(try await CreditAudit(database: platform.database).findings() == [])
        let tries = try await platform.database.read { try $0.rows("SELECT id FROM webhook_tries") }
        #expect(tries.isEmpty)
    }

    @Test func `redelivery begins anew`() async throws {
        try await platform.completeTask(of: user, telling: url)
        let first = try #require(try await claim().first)
        // It is being tried: that is left alone.
        try await platform.webhooks.redeliver([first.id])
        try await finish(first, 404, .failed)
        platform.advance(by: .seconds(48 * 3600))
        try await platform.webhooks.redeliver([first.id])
        let again = try #require(try await claim().first)
        #expect(again.id == first.id && again.attempts == 1 && again.firstTriedAt == platform.clock.now && again.body == first.body)
        try await finish(again, 200, .delivered)
        let (delivery, tries) = try await platform.webhooks.delivery(first.id)
        #expect(delivery.state == .delivered && tries.map(\.status) == [404, 200])
        await #expect(throws: PlatformError.self) { try await platform.webhooks.redeliver([first.id, "clxxxx"]) }
        #expect(try await platform.webhooks.delivery(first.id).delivery.state == .delivered)
    }

    @Test func `a secret stays until it is replaced`() async throws {
        let secret = try await platform.webhookSecrets.secret(of: "ada")
        #expect(secret.wholeMatch(of: /whsec_[0-9a-z]{26}/) != nil)
        #expect(try await platform.webhookSecrets.secret(of: "ada") == secret)
        try await platform.completeTask(of: user, telling: url)
        #expect(try await claim().map(\.secret) == [secret])
        let new = try await platform.webhookSecrets.rotate(of: "ada")
        #expect(new != secret)
        try await platform.webhookQueue.recover()
        #expect(try await claim().map(\.secret) == [new])
        await #expect(throws: PlatformError.self) { try await platform.webhookSecrets.secret(of: "bob") }
        await #expect(throws: PlatformError.self) { try await platform.webhookSecrets.rotate(of: "bob") }
    }
}
