import Database
import Speech
import Testing

@testable import Platform

@Suite struct TaskDeletionTests {
    private let request = SpeechRequest(text: "A secret.", voiceID: "slt")

    /// A platform, a user with 1000 credits, and a task of 10.
    private func setUp() async throws -> (platform: TestPlatform, user: String, task: String) {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await platform.credits.grant(1000, to: "ada", expiresAt: nil)
        return (platform, user, try await platform.queue.add(request, price: 10, userID: user).id)
    }

    /// Expects that nothing of the task is left but a row that says what it cost.
    private func expectTombstone(_ task: String, of user: String, on platform: TestPlatform) async throws {
        #expect(try await platform.queue.task(task, of: user) == nil)
        #expect(try await platform.queue.page(1, size: 10, of: user, .credits) == TaskPage(tasks: [], total: 0))
        let (row, words, files) = try await platform.database.read { connection in
            (
                try connection.row("SELECT state, request, error, file_name, price FROM tasks WHERE id = \(task)"),
                try connection.rows("SELECT task_id FROM task_words").count, try connection.rows("SELECT name FROM files").count
            )
        }
        #expect(try row?.string("state") == "deleted" && row?.int("price") == 10)
        for column in ["request", "error", "file_name"] { #expect(try row?.optionalString(column) == nil) }
        #expect(words == 0 && files == 0)
        #expect(try await platform.queue.delete(task, of: user) == nil)
        #expect(try await CreditAudit(database: platform.database).findings() == [])
    }

    @Test func `a task that waits is not begun, and its credits come back`() async throws {
        let (platform, user, task) = try await setUp()
        #expect(try await platform.queue.delete(task, of: user)?.orphans == [])
        #expect(try await platform.queue.claim() == nil)
        #expect(try await platform.entries(of: user) == ["grant": 1000, "hold": 10, "return": 10])
        try await expectTombstone(task, of: user, on: platform)
    }

    @Test func `a task that runs is its worker's no longer, and its credits come back`() async throws {
        let (platform, user, task) = try await setUp()
        let (_, lease) = try #require(try await platform.queue.claim())
        _ = try await platform.queue.delete(task, of: user)
        await #expect(throws: LeaseLost.self) { try await platform.queue.renew(lease, progress: 0.5) }
        await #expect(throws: LeaseLost.self) { try await platform.complete(lease) }
        await #expect(throws: LeaseLost.self) { try await platform.queue.retry(lease, error: "No.") }
        #expect(try await platform.queue.recover(all: true).isEmpty)
        #expect(try await platform.entries(of: user) == ["grant": 1000, "hold": 10, "return": 10])
        try await expectTombstone(task, of: user, on: platform)
    }

    @Test func `of a task that is completed all goes but the charge`() async throws {
        let (platform, user, task) = try await setUp()
        let (_, lease) = try #require(try await platform.queue.claim())
        try await platform.complete(lease)
        #expect(try await platform.queue.delete(task, of: user)?.orphans.count == 1)
        #expect(try await platform.entries(of: user) == ["grant": 1000, "hold": 10, "charge": 10])
        try await expectTombstone(task, of: user, on: platform)
    }

    @Test func `of a task that failed its credits do not come back twice`() async throws {
        let (platform, user, task) = try await setUp()
        let (_, lease) = try #require(try await platform.queue.claim())
        try await platform.queue.fail(lease, error: "No.")
        _ = try await platform.queue.delete(task, of: user)
        #expect(try await platform.credits.balance(of: user).total == 1000)
        try await expectTombstone(task, of: user, on: platform)
    }

    @Test func `nobody deletes another's task`() async throws {
        let (platform, user, task) = try await setUp()
        #expect(try await platform.queue.delete(task, of: try await platform.makeUser("bob")) == nil)
        #expect(try await platform.queue.task(task, of: user)?.state == .queued)
    }
}
