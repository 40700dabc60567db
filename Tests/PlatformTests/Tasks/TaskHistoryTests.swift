import Database
import Speech
import Testing

@testable import Platform

@Suite struct TaskHistoryTests {
    private let request = SpeechRequest(text: "One.", voiceID: "slt")

    @Test func `pages hold a user's tasks of one family, the newest first, and tell how many there are`() async throws {
        let platform = try await TestPlatform()
        let (ada, bob) = (try await platform.makeUser(), try await platform.makeUser("bob"))
        var ids: [String] = []
        for _ in 0..<7 {
            ids.insert(try await platform.queue.add(request, price: 0, userID: ada).id, at: 0)
            platform.advance(by: .seconds(1))
        }
        _ = try await platform.queue.add(request, price: 0, userID: ada, family: .labs)
        _ = try await platform.queue.add(request, price: 0, userID: bob)
        _ = try await platform.queue.delete(ids.remove(at: 2), of: ada)
        for (number, expected) in [(1, Array(ids[0..<4])), (2, Array(ids[4..<6])), (3, []), (Int.max, [])] {
            let page = try await platform.queue.page(number, size: 4, of: ada, .credits)
            #expect(page.tasks.map(\.id) == expected && page.total == 6)
        }
        #expect(try await platform.queue.page(1, size: 4, of: ada, .labs).total == 1)
        #expect(try await platform.queue.page(1, size: 4, of: ada, .max) == TaskPage(tasks: [], total: 0))
    }

    /// What is read for each request, and must not grow with what is stored.
    private static let queries: [String] = [
        """
        SELECT id FROM tasks WHERE user_id = 'u' AND family = 'credits' AND state <> 'deleted' ORDER BY created_at DESC, id DESC LIMIT 10 OFFSET 10
        """,
        "SELECT total FROM task_totals WHERE user_id = 'u' AND family = 'credits'",
        "SELECT id FROM tasks WHERE user_id = 'u' AND lane = 'batch' AND state = 'queued' ORDER BY created_at, id LIMIT 1",
        "SELECT COUNT(*) FROM tasks WHERE user_id = 'u' AND state = 'running'",
        "SELECT user_id FROM task_turns WHERE lane = 'batch' AND waiting > 0 ORDER BY turn, user_id LIMIT 1",
        "SELECT MAX(turn) + 1 FROM task_turns WHERE lane = 'batch'",
        "SELECT id FROM tasks WHERE state IN ('queued', 'running') AND deadline_at <= 5 ORDER BY deadline_at LIMIT 100",
        "SELECT id FROM tasks WHERE state = 'running' AND lease_expires_at <= 5",
        "SELECT kind, SUM(remaining) FROM credit_grants WHERE user_id = 'u' AND remaining > 0 AND (expires_at IS NULL OR expires_at > 5) GROUP BY kind",
        "SELECT grant_id FROM ledger WHERE task_id = 't' AND kind = 'hold'",
        "SELECT kind FROM ledger WHERE user_id = 'u' ORDER BY created_at DESC, id DESC LIMIT 50",
        "SELECT name FROM files WHERE task_id = 't'",
        "SELECT name FROM blobs WHERE user_id = 'u' AND fingerprint = 'f'",
        "SELECT 1 FROM files WHERE blob_name = 'b'",
    ]

    @Test(arguments: queries)
    func `what each request reads is found by an index`(query: String) async throws {
        let platform = try await TestPlatform()
        let plan = try await platform.database.read { connection in
            try connection.rows(SQL(raw: "EXPLAIN QUERY PLAN " + query)).map { try $0.string("detail") }
        }
        #expect(plan.contains { $0.hasPrefix("SEARCH") })
        #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
    }
}
