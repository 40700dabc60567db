import Database
import Speech
import Testing

@testable import Platform

@Suite struct TaskDeadlineTests {
    private static let day: Duration = .seconds(24 * 3600)

    /// A platform and a user with 1000 credits, and tasks of 10, of which the first runs.
    private func setUp(tasks count: Int) async throws -> (platform: TestPlatform, user: String, lease: TaskLease) {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await platform.credits.grant(10_000, to: "ada", expiresAt: nil)
        for _ in 0..<count { _ = try await platform.queue.add(SpeechRequest(text: "One.", voiceID: "slt"), price: 10, userID: user) }
        return (platform, user, try #require(try await platform.queue.claim()).lease)
    }

    @Test func `what is not finished in time fails, whether it waits or runs, and its credits come back`() async throws {
        let (platform, user, lease) = try await setUp(tasks: 250)
        platform.advance(by: Self.day - .seconds(1))
        #expect(try await platform.queue.endOverdue().isEmpty)
        platform.advance(by: .seconds(1))
        #expect(try await platform.queue.endOverdue().count == 250)
        await #expect(throws: LeaseLost.self) { try await platform.queue.renew(lease, progress: 0.5) }
        let page = try await platform.queue.page(1, size: 250, of: user, .credits)
        #expect(page.tasks.count == 250 && page.tasks.allSatisfy { $0.state == .failed && $0.error == TaskQueue.overdue })
        #expect(try await platform.credits.balance(of: user).total == 10_000)
        #expect(try await platform.queue.claim() == nil)
        #expect(try await CreditAudit(database: platform.database).findings() == [])
    }

    @Test func `a task whose time is over is not begun`() async throws {
        let (platform, user, _) = try await setUp(tasks: 3)
        platform.advance(by: Self.day / 2)
        let last = try await platform.queue.add(SpeechRequest(text: "Two.", voiceID: "slt"), price: 10, userID: user)
        platform.advance(by: Self.day / 2)
        #expect(try await platform.queue.claim()?.task.id == last.id)
        #expect(try await platform.queue.claim() == nil)
    }

    @Test func `what is finished in time stays`() async throws {
        let (platform, user, lease) = try await setUp(tasks: 1)
        try await platform.complete(lease)
        platform.advance(by: Self.day * 2)
        #expect(try await platform.queue.endOverdue().isEmpty)
        #expect(try await platform.queue.task(lease.taskID, of: user)?.state == .completed)
    }
}
