import Database
import Testing

@testable import Platform

/// Who has stated that they may clone voices.
@Suite struct CloneConsentsTests {
    private let platform: TestPlatform
    private let consents: CloneConsents
    private let ada: String
    private let key: String

    init() async throws {
        platform = try await TestPlatform()
        consents = CloneConsents(database: platform.database, clock: platform.clock)
        ada = try await platform.makeUser("ada")
        _ = try await platform.makeUser("bob")
        key = try await APIKeys(database: platform.database, clock: platform.clock, ids: platform.ids).create(user: "ada", name: "x", expiresAt: nil)
            .key.id
    }

    private func onRecord(keyID: String) async throws -> CloneConsent? {
        let principal = Principal(userID: ada, keyID: keyID)
        return try await platform.database.read { try $0.cloneConsent(of: principal) }
    }

    @Test func `a user's statement holds for all of their keys, and keeps its time`() async throws {
        #expect(try await onRecord(keyID: key) == nil)
        try await consents.record(of: "ada")
        platform.advance(by: .seconds(60))
        try await consents.record(of: "ada")
        let expected = CloneConsent(keyID: "", givenAt: TestPlatform.start)
        #expect(try await consents.list(of: "ada") == [expected])
        #expect(try await consents.list(of: "bob").isEmpty)
        for id in [key, "another"] { #expect(try await onRecord(keyID: id) == expected) }
    }

    @Test func `a key's statement holds for that key, and comes before the user's`() async throws {
        try await consents.record(of: "ada", keyID: key)
        #expect(try await onRecord(keyID: key)?.keyID == key)
        #expect(try await onRecord(keyID: "another") == nil)
        try await consents.record(of: "ada")
        #expect(try await onRecord(keyID: key)?.keyID == key)
        #expect(try await consents.list(of: "ada").map(\.keyID) == ["", key])
    }

    @Test func `what is taken back holds no more, and the user's takes all keys' with it`() async throws {
        for _ in 0..<2 {
            try await consents.record(of: "ada")
            try await consents.record(of: "ada", keyID: key)
            try await consents.withdraw(of: "ada", keyID: key)
            #expect(try await onRecord(keyID: key)?.keyID == "")
            try await consents.record(of: "ada", keyID: key)
            try await consents.withdraw(of: "ada")
            #expect(try await consents.list(of: "ada").isEmpty)
        }
    }

    @Test func `nobody states anything by another's key, or without being there`() async throws {
        await #expect(throws: PlatformError.self) { try await consents.record(of: "bob", keyID: key) }
        await #expect(throws: PlatformError.self) { try await consents.withdraw(of: "bob", keyID: key) }
        await #expect(throws: PlatformError.self) { try await consents.record(of: "carol") }
        #expect(try await platform.count("clone_consents") == 0)
    }

    @Test func `the statement that a clone rests on is kept with it`() async throws {
        let clone = try await platform.addClone(of: ada, consent: CloneConsent(keyID: key, givenAt: TestPlatform.start))
        #expect(
            try await platform.count("voice_clones", where: "id = \(clone.id) AND consent_key_id = \(key) AND consented_at = \(TestPlatform.start)")
                == 1)
    }
}
