import Database
import Foundation
import TestSupport
import Testing

@testable import Platform

/// What users, keys and credits of an older version are in this one.
@Suite struct CreditSchemaTests {
    private let folder: TemporaryFolder
    private let database: any Database

    private static let before: [SQL] = [
        "INSERT INTO users (id, name, monthly_credits, created_at) VALUES ('u', 'ada', 10, 1)",
        "INSERT INTO api_keys (id, user_id, name, created_at) VALUES ('k', 'u', 'laptop', 2)",
        """
        INSERT INTO credit_grants (id, user_id, kind, amount, remaining, period, created_at, expires_at)
        VALUES ('g', 'u', 'regular', 10, 4, '1970-01', 3, 9), ('p', 'u', 'permanent', 5, 5, NULL, 4, NULL)
        """,
        """
        INSERT INTO ledger (id, user_id, grant_id, task_id, kind, amount, created_at)
        VALUES ('1', 'u', 'g', NULL, 'grant', 10, 3), ('2', 'u', 'p', NULL, 'grant', 5, 4), ('3', 'u', 'g', NULL, 'expiry', 6, 5)
        """,
    ]

    init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(path: folder.url.appendingPathComponent("test.db").path)
        let first = Schema.migrations.prefix { $0.id != Schema.keyScopes.id }
        #expect(first.count < Schema.migrations.count)
        try await database.migrate(Array(first))
        try await database.write { connection in
            for statement in Self.before { try connection.execute(statement) }
        }
        try await database.migrate(Schema.migrations)
    }

    private func values(_ sql: SQL) async throws -> [[SQLValue]] {
        try await database.read { try $0.rows(sql).map(\.values) }
    }

    @Test func `keys have the standard scopes`() async throws {
        #expect(try await values("SELECT scopes, replaced_by FROM api_keys") == [[KeyScopes.standard.sqlValue, .null]])
    }

    @Test func `users keep their plan`() async throws {
        let user = try await database.read { try $0.user(named: "ada") }
        #expect(user.plan == .monthly(10) && user.disabledAt == nil)
    }

    @Test func `grants and entries are those that were there`() async throws {
        #expect(
            try await values("SELECT id, user_id, kind, amount, remaining, period, created_at, expires_at FROM credit_grants ORDER BY id") == [
                [.text("g"), .text("u"), .text("regular"), .integer(10), .integer(4), .text("1970-01"), .integer(3), .integer(9)],
                [.text("p"), .text("u"), .text("permanent"), .integer(5), .integer(5), .null, .integer(4), .null],
            ])
        #expect(try await values("SELECT kind, amount, grant_id FROM ledger ORDER BY id").count == 3)
        #expect(try await CreditAudit(database: database).findings() == [])
    }

    @Test func `an entry still belongs to a grant`() async throws {
        await #expect(throws: DatabaseError.self) {
            try await database.write {
                try $0.execute("INSERT INTO ledger (id, user_id, grant_id, kind, amount, created_at) VALUES ('4', 'u', 'none', 'grant', 1, 6)")
            }
        }
        await #expect(throws: DatabaseError.self) { try await database.write { try $0.execute("DELETE FROM credit_grants") } }
    }
}
