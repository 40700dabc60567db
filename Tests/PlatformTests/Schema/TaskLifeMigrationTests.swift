import Database
import Speech
import TestSupport
import Testing

@testable import Platform

/// Databases of earlier versions, with tasks in every state, brought up to date.
@Suite struct TaskLifeMigrationTests {
    private static let request = #"{"text":"One.","voiceID":"slt","prosody":{"speed":1,"pitch":0,"pitchRange":1},"volume":1,"encoding":\#(encoding)}"#
    private static let encoding = #"{"format":"mp3","sampleRate":32000,"bitRate":128000}"#

    /// What a version before left: a task of 10 credits in each state, two of them completed.
    private static let before: [SQL] = [
        "INSERT INTO users (id, name, monthly_credits, created_at) VALUES ('u', 'ada', 0, 1)",
        """
        INSERT INTO credit_grants (id, user_id, kind, amount, remaining, period, created_at, expires_at)
        VALUES ('g', 'u', 'permanent', 100, 60, NULL, 1, NULL)
        """,
        "INSERT INTO ledger (id, user_id, grant_id, task_id, kind, amount, created_at) VALUES ('l', 'u', 'g', NULL, 'grant', 100, 1)",
        """
        INSERT INTO tasks (id, user_id, voice_id, request, price, state, progress, attempts, lease_token, lease_expires_at, error, file_name, duration,
            created_at, updated_at) VALUES
        ('q', 'u', 'slt', '\(raw: request)', 10, 'queued', 0, 0, NULL, NULL, NULL, NULL, NULL, 1, 1),
        ('r', 'u', 'slt', '\(raw: request)', 10, 'running', 0.5, 1, 'token', 9, NULL, NULL, NULL, 2, 3),
        ('c', 'u', 'slt', '\(raw: request)', 10, 'completed', 1, 1, NULL, NULL, NULL, 'c.mp3', 1.5, 3, 4),
        ('d', 'u', 'slt', '\(raw: request)', 10, 'completed', 1, 2, NULL, NULL, NULL, 'd.mp3', 1.5, 4, 5),
        ('f', 'u', 'slt', '\(raw: request)', 10, 'failed', 0, 5, NULL, NULL, 'It is too loud.', NULL, NULL, 5, 6)
        """,
        """
        INSERT INTO ledger (id, user_id, grant_id, task_id, kind, amount, created_at)
        SELECT 'hold ' || id, 'u', 'g', id, 'hold', 10, created_at FROM tasks
        """,
        """
        INSERT INTO ledger (id, user_id, grant_id, task_id, kind, amount, created_at)
        SELECT 'end ' || id, 'u', 'g', id, CASE state WHEN 'failed' THEN 'return' ELSE 'charge' END, 10, updated_at FROM tasks
        WHERE state IN ('completed', 'failed')
        """,
        "INSERT INTO task_words (task_id, words) VALUES ('c', '[]'), ('d', '[]')",
        """
        INSERT INTO files (name, task_id, content_type, size, created_at)
        VALUES ('c.mp3', 'c', 'audio/mpeg', 5, 4), ('d.mp3', 'd', 'audio/mpeg', 6, 5)
        """,
        "INSERT INTO task_turns (user_id, waiting, turn) VALUES ('u', 1, 7)",
    ]

    @Test func `tasks of every state live on`() async throws {
        let platform = try await TestPlatform(migrations: Array(Schema.migrations.prefix { $0.id != Schema.taskLife.id }))
        try await platform.database.write { connection in for statement in Self.before { try connection.execute(statement) } }
        try await platform.database.migrate(Schema.migrations)

        #expect(try await CreditAudit(database: platform.database).findings() == [])
        let page = try await platform.queue.page(1, size: 10, of: "u", .credits)
        #expect(page.total == 5 && page.tasks.map(\.id) == ["f", "d", "c", "r", "q"])
        #expect(page.tasks.map(\.state) == [.failed, .completed, .completed, .running, .queued])
        #expect(page.tasks.allSatisfy { $0.lane == .batch && $0.family == .credits && $0.deadlineAt == nil && $0.request.text == "One." })
        #expect(page.tasks.map(\.attempts) == [5, 2, 1, 1, 0])
        #expect(page.tasks[0].error == "It is too loud." && page.tasks[2].fileName == "c.mp3" && page.tasks[3].progress == 0.5)
        let file = try await platform.files.file("d.mp3")
        #expect(file.size == 6 && file.contentType == "audio/mpeg" && file.blobName == "d.mp3")

        try await platform.queue.renew(TaskLease(taskID: "r", token: "token"), progress: 0.6)
        let (task, lease) = try #require(try await platform.queue.claim())
        #expect(task.id == "q")
        try await platform.complete(lease)
        #expect(try await platform.queue.delete("c", of: "u")?.orphans == ["c.mp3"])
        #expect(try await platform.credits.balance(of: "u").total == 60)
        #expect(try await CreditAudit(database: platform.database).findings() == [])
    }

    @Test func `what a row refers to must be there, as before`() async throws {
        let platform = try await TestPlatform()
        let error = await #expect(throws: DatabaseError.self) {
            try await platform.database.write { _ = try $0.execute("INSERT INTO task_words (task_id, words) VALUES ('nobody', '[]')") }
        }
        #expect(error?.kind == .constraint(.foreignKey))
    }
}
