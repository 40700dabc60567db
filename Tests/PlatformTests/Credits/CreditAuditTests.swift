import Database
import Speech
import Testing

@testable import Platform

@Suite struct CreditAuditTests {
    /// A platform with a task in each state, a voice clone, and a deleted one.
    private func setUp() async throws -> TestPlatform {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser(monthlyCredits: 4000)
        try await platform.addClone(of: user, price: 1000)
        try await platform.deleteClone(platform.addClone(of: user, price: 1000).id, of: user)
        try await platform.completeTask(of: user, telling: "https://example.com/hook")
        let request = SpeechRequest(text: "One.", voiceID: "slt")
        for _ in 0..<6 { _ = try await platform.queue.add(request, price: 10, userID: user) }
        let (_, first) = try #require(try await platform.queue.claim())
        try await platform.complete(first)
        let (_, second) = try #require(try await platform.queue.claim())
        try await platform.queue.fail(second, error: "No.")
        let (third, lease) = try #require(try await platform.queue.claim())
        try await platform.complete(lease)
        _ = try await platform.queue.delete(third.id, of: user)
        let (fourth, _) = try #require(try await platform.queue.claim())
        _ = try await platform.queue.delete(fourth.id, of: user)
        _ = try await platform.queue.claim()
        return platform
    }

    @Test func `tasks in every state add up`() async throws {
        #expect(try await CreditAudit(database: setUp().database).findings() == [])
    }

    @Test(arguments: [
        ("UPDATE credit_grants SET remaining = remaining - 1", "What can be spent of a grant"),
        ("DELETE FROM ledger WHERE kind = 'charge'", "A task's charges"),
        ("DELETE FROM ledger WHERE kind = 'return'", "A task's returns"),
        ("UPDATE ledger SET amount = amount + 1 WHERE kind = 'charge'", "A task's charges"),
        ("UPDATE ledger SET task_id = 'gone' WHERE kind = 'charge'", "held for a task or a clone that there is not"),
        ("UPDATE voice_clones SET price = price - 1 WHERE deleted_at IS NULL", "What was charged for a voice clone is not its price"),
        ("UPDATE voice_clones SET price = price - 1 WHERE deleted_at IS NOT NULL", "What was charged for a voice clone is not its price"),
        ("UPDATE voice_clone_totals SET total = total + 1", "The count of a user's voice clones is wrong"),
        ("DELETE FROM voice_samples", "A voice clone has no sample"),
        ("UPDATE tasks SET price = price + 1 WHERE state = 'queued'", "What is held for a task is not its price"),
        ("UPDATE task_turns SET waiting = waiting + 1", "count of a user's waiting tasks"),
        ("DELETE FROM task_turns", "A task waits that is in no count"),
        ("UPDATE task_totals SET total = total + 1", "The count of a user's tasks is wrong"),
        ("DELETE FROM task_totals", "A task is in no count"),
        ("UPDATE ledger SET amount = amount + 1 WHERE kind = 'return'", "held for a deleted task"),
        ("INSERT INTO task_words (task_id, words) SELECT id, '[]' FROM tasks WHERE state = 'deleted'", "not completed has a file, or words"),
        ("DELETE FROM files", "A stored file has no name"),
        ("DELETE FROM files", "file is not among the files"),
        ("DELETE FROM webhook_deliveries", "webhook of a finished task was not put into the outbox"),
        (
            "UPDATE tasks SET state = 'queued', file_name = NULL, duration = NULL WHERE id IN (SELECT task_id FROM task_webhooks)",
            "webhook tells of a task that is not finished"
        ),
    ])
    func `what was tampered with is found`(change: String, finding: String) async throws {
        let platform = try await setUp()
        try await platform.database.write { _ = try $0.execute(SQL(raw: change)) }
        let findings = try await CreditAudit(database: platform.database).findings()
        #expect(findings.contains { $0.contains(finding) }, "\(findings)")
    }
}
