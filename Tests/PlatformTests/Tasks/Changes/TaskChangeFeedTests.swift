import Database
import Speech
import Testing

@testable import Platform

@Suite(.timeLimit(.minutes(3))) struct TaskChangeFeedTests {
    private let platform: TestPlatform
    private let tasks: SpeechTasks
    private let ada: Principal
    private let bob: Principal

    init() async throws {
        platform = try await TestPlatform()
        tasks = SpeechTasks(
            database: platform.database, voices: Voices(catalogue: .system, database: platform.database), files: platform.files,
            outbox: platform.outbox, clock: platform.clock, ids: platform.ids)
        ada = Principal(userID: try await platform.makeUser(), keyID: "a")
        bob = Principal(userID: try await platform.makeUser("bob"), keyID: "b")
        for name in ["ada", "bob"] { try await platform.credits.grant(100_000, to: name, expiresAt: nil) }
    }

    private func add(_ principal: Principal) async throws -> String {
        let terms = TaskTerms(family: .labs, lane: .batch, tariff: .credits, textField: "text")
        return try await tasks.add(SpeechRequest(text: "One.", voiceID: "slt"), for: principal, terms: terms).id
    }

    /// All that is to be told now.
    private func drain(_ feed: TaskChangeFeed) async throws -> [TaskChange] {
        var all: [TaskChange] = []
        while let changes = try await feed.next(within: .zero), !changes.isEmpty { all += changes }
        return all
    }

    @Test func `a task's way is told, to its owner alone`() async throws {
        let earlier = try await add(ada)
        let (feed, other) = (try await tasks.changes(for: ada, after: nil), try await tasks.changes(for: bob, after: nil))
        #expect(try await drain(feed) == [])
        _ = try await platform.queue.delete(earlier, of: ada.userID)
        #expect(try await drain(feed).map(\.state) == [.deleted])

        platform.advance(by: .seconds(1))
        let id = try await add(ada)
        let first = try await drain(feed)
        #expect(first.map(\.id) == [id] && first.map(\.state) == [.queued] && first.map(\.family) == [.labs])
        #expect(first[0].createdAt == platform.clock.now && first[0].error == nil && first[0].progress == 0)
        let (_, lease) = try #require(try await platform.queue.claim())
        #expect(try await drain(feed).map(\.state) == [.running])
        for (progress, percent) in [(0.499, 49), (0.75, 75)] {
            platform.advance(by: .seconds(1))
            try await platform.queue.renew(lease, progress: progress)
            #expect(try await drain(feed).map(\.progress) == [percent])
        }
        try await platform.queue.fail(lease, error: "It can't be done.")
        let last = try await drain(feed)
        #expect(last.map(\.state) == [.failed] && last.map(\.error) == ["It can't be done."] && last.map(\.progress) == [75])
        #expect(try await drain(feed) == [])
        #expect(try await drain(other) == [])
    }

    @Test func `who was away is told of every task that changed meanwhile`() async throws {
        var ids: [String] = []
        for _ in 0..<3 { ids.append(try await add(ada)) }
        let feed = try await tasks.changes(for: ada, after: nil)
        platform.advance(by: .seconds(60))
        for _ in 0..<250 { ids.append(try await add(ada)) }
        _ = try await platform.queue.delete(ids[0], of: ada.userID)
        platform.advance(by: .seconds(60))
        let resumed = try await tasks.changes(for: ada, after: feed.start)
        let told = try await drain(resumed)
        #expect(told.count == 253 && Set(told.map(\.id)) == Set(ids))
        #expect(told.first { $0.id == ids[0] }?.state == .deleted)
        // From the last on, only what lies close by is told again.
        platform.advance(by: .seconds(60))
        let late = try await add(ada)
        let again = try await tasks.changes(for: ada, after: try #require(told.last?.cursor))
        #expect(try await drain(again).map(\.id).contains(late))
    }

    @Test func `pages go on within one millisecond`() async throws {
        let feed = try await tasks.changes(for: ada, after: nil)
        var ids: Set<String> = []
        for _ in 0..<201 { ids.insert(try await add(ada)) }
        let first = try #require(try await feed.next(within: .zero))
        #expect(first.count == TaskQueue.changesPage)
        let told = first + (try await drain(feed))
        #expect(told.count == 201 && Set(told.map(\.id)) == ids)
    }

    @Test func `whoever listens is woken by what happens to the user's tasks`() async throws {
        let id = try await tasks.signals.withChange(of: ada.userID) { signal in
            let id = try await add(ada)
            #expect(await signal.wait(atMost: .seconds(60)))
            return id
        }
        try await tasks.signals.withChange(of: ada.userID) { signal in
            try await tasks.delete(id, for: ada)
            #expect(await signal.wait(atMost: .seconds(60)))
        }
    }

    @Test func `changes are found by their index, and no other query is led to it`() async throws {
        func plan(_ query: String) async throws -> [String] {
            try await platform.database.read { connection in
                try connection.rows(SQL(raw: "EXPLAIN QUERY PLAN " + query)).map { try $0.string("detail") }
            }
        }
        let changes = try await plan(
            """
            SELECT id, state FROM tasks WHERE user_id = 'u' AND updated_at >= 5 AND updated_at <= 9 AND (updated_at > 5 OR id > 'x')
            ORDER BY updated_at, id LIMIT 100
            """)
        #expect(changes == ["SEARCH tasks USING INDEX tasks_changes (user_id=? AND updated_at>? AND updated_at<?)"])
        let others = [
            "SELECT COUNT(*) FROM tasks WHERE user_id = 'u' AND state = 'running'",
            "SELECT id FROM tasks WHERE user_id = 'u' AND lane = 'batch' AND state = 'queued' ORDER BY created_at, id LIMIT 1",
            "SELECT id FROM tasks WHERE user_id = 'u' AND state <> 'deleted' LIMIT 100",
            "SELECT id FROM tasks WHERE state IN ('completed', 'failed') AND updated_at < 5 ORDER BY updated_at LIMIT 100",
            """
            SELECT id FROM tasks WHERE user_id = 'u' AND family = 'credits' AND state <> 'deleted' ORDER BY created_at DESC, id DESC LIMIT 10
            """,
        ]
        for query in others { #expect(try await !plan(query).contains { $0.contains("tasks_changes") }, "\(query)") }
    }
}
