import Database
import Platform

/// A database that is filled by SQL of its own, a hundred thousand rows at a time: what the program itself would take hours for.
struct SeededDatabase {
    private let database: SQLiteDatabase
    private let path: String

    private static let chunk = 100_000
    private static let request =
        #"{"encoding":{"bitRate":128000,"format":"mp3","sampleRate":32000},"prosody":{"pitch":0,"pitchRange":1,"speed":1},"#
        + #""text":"The ferry leaves at a quarter to seven.","voiceID":"en-us","volume":1}"#
    /// When the first row was written; each is a millisecond after the one before.
    private static let start = 1_790_000_000_000

    /// A new database with users `u0`, `u1` …, who have credits without end.
    init(path: String, users: Int) async throws {
        self.path = path
        // Ids are random, so that indexes are filled here and there: in memory that is quick.
        database = try SQLiteDatabase(path: path, options: .init(cacheSize: 1 << 20))
        try await database.migrate(Schema.migrations)
        try await insert(users) { numbers in
            """
            \(numbers) INSERT INTO users (id, name, monthly_credits, created_at) SELECT 'u' || n, 'user-' || n, 0, \(Self.start) FROM numbers
            """
        }
        try await insert(users) { numbers in
            """
            \(numbers) INSERT INTO credit_grants (id, user_id, kind, amount, remaining, created_at)
            SELECT 'gu' || n, 'u' || n, 'permanent', 1000000000000, 900000000000, \(Self.start) FROM numbers
            """
        }
    }

    /// Adds tasks that wait, of each user in turn, each with a hold of a credit a byte.
    func addWaitingTasks(_ count: Int, users: Int) async throws {
        try await insert(count) { numbers in
            """
            \(numbers) INSERT INTO tasks (id, user_id, family, lane, voice_id, request, price, state, created_at, updated_at)
            SELECT 'cl' || lower(hex(randomblob(12))), 'u' || (n % \(users)), 'credits', 'batch', 'en-us', \(Self.request), 39, 'queued',
            \(Self.start) + n, \(Self.start) + n FROM numbers
            """
        }
        try await insert(count) { numbers in
            """
            \(numbers) INSERT INTO ledger (id, user_id, grant_id, task_id, kind, amount, created_at)
            SELECT 'cl' || lower(hex(randomblob(12))), user_id, 'g' || user_id, id, 'hold', price, created_at
            FROM numbers JOIN tasks ON tasks.rowid = n + 1
            """
        }
        try await run("INSERT INTO task_turns (user_id, lane, waiting, turn) SELECT user_id, lane, COUNT(*), 0 FROM tasks GROUP BY user_id, lane")
        try await countTotals()
    }

    /// Adds completed tasks of the first user.
    func addCompletedTasks(_ count: Int) async throws {
        try await insert(count) { numbers in
            """
            \(numbers) INSERT INTO tasks (id, user_id, family, lane, voice_id, request, price, state, progress, attempts, file_name, duration,
            created_at, updated_at)
            SELECT 'cl' || lower(hex(randomblob(12))), 'u0', 'credits', 'batch', 'en-us', \(Self.request), 39, 'completed', 1, 1,
            lower(hex(randomblob(13))) || '.mp3', 2.5, \(Self.start) + n, \(Self.start) + n FROM numbers
            """
        }
        try await countTotals()
    }

    /// Adds entries to the first user's ledger: holds and charges, of the one grant and of many that are used up.
    func addEntries(_ count: Int) async throws {
        try await insert(count / 4) { numbers in
            """
            \(numbers) INSERT INTO credit_grants (id, user_id, kind, amount, remaining, created_at, expires_at)
            SELECT 'g' || n, 'u0', 'promotional', 39, 0, \(Self.start) + n, \(Self.start) * 2 FROM numbers
            """
        }
        try await insert(count) { numbers in
            """
            \(numbers) INSERT INTO ledger (id, user_id, grant_id, task_id, kind, amount, created_at)
            SELECT 'cl' || lower(hex(randomblob(12))), 'u0', CASE WHEN n % 4 = 0 THEN 'g' || (n / 4) ELSE 'gu0' END, NULL,
            CASE WHEN n % 2 = 0 THEN 'hold' ELSE 'charge' END, 39, \(Self.start) + n FROM numbers
            """
        }
    }

    /// The database as a server opens it.
    func reopened() async throws -> any Database {
        try await database.close()
        return try SQLiteDatabase(path: path)
    }

    private func countTotals() async throws {
        try await run("INSERT INTO task_totals (user_id, family, total) SELECT user_id, family, COUNT(*) FROM tasks GROUP BY user_id, family")
    }

    private func run(_ statement: SQL) async throws {
        try await database.write { _ = try $0.execute(statement) }
    }

    /// Runs a statement over the numbers from 0 below `count`, which it is given as a table.
    private func insert(_ count: Int, _ statement: @Sendable @escaping (SQL) -> SQL) async throws {
        for first in stride(from: 0, to: count, by: Self.chunk) {
            let last = min(count, first + Self.chunk) - 1
            let numbers: SQL = "WITH RECURSIVE numbers (n) AS (SELECT \(first) UNION ALL SELECT n + 1 FROM numbers WHERE n < \(last))"
            try await database.write { _ = try $0.execute(statement(numbers)) }
        }
    }
}
