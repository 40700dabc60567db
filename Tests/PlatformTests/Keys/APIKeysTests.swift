import Database
import Testing

@testable import Platform

@Suite struct APIKeysTests {
    private func setUp() async throws -> (platform: TestPlatform, keys: APIKeys, user: String) {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        return (platform, try await APIKeys(database: platform.database, clock: platform.clock, ids: platform.ids), user)
    }

    @Test func `a key opens its user's door, and none else`() async throws {
        let (platform, keys, ada) = try await setUp()
        let bob = try await platform.makeUser("bob")
        let first = try await keys.create(user: "ada", name: "x", expiresAt: nil)
        let second = try await keys.create(user: "bob", name: "y", expiresAt: nil)
        #expect(try await keys.principal(for: first.token) == Principal(userID: ada, keyID: first.key.id))
        #expect(try await keys.principal(for: second.token) == Principal(userID: bob, keyID: second.key.id))
    }

    @Test(arguments: ["", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", String(repeating: "a", count: 10_000)])
    func `what is no key opens nothing`(token: String) async throws {
        let (_, keys, _) = try await setUp()
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: token) }
    }

    @Test func `a forged key opens nothing`() async throws {
        let (_, keys, _) = try await setUp()
        let token = try await keys.create(user: "ada", name: "x", expiresAt: nil).token
        let parts = token.split(separator: ".").map(String.init)
        #expect(parts.count == 3)
        for part in 0..<3 {
            var forged = parts
            // The last letter of a part may hold bits that count for nothing, so one in its midst is changed.
            let middle = forged[part].index(forged[part].startIndex, offsetBy: forged[part].count / 2)
            forged[part].replaceSubrange(middle...middle, with: forged[part][middle] == "A" ? "B" : "A")
            await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: forged.joined(separator: ".")) }
        }
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: "\(parts[0]).\(parts[1]).") }
        // Signed like ours, by another server.
        let other = try await TestPlatform(seed: 99)
        _ = try await other.makeUser()
        let foreign = try await APIKeys(database: other.database, clock: other.clock, ids: other.ids).create(user: "ada", name: "x", expiresAt: nil)
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: foreign.token) }
    }

    @Test func `a key that is revoked opens nothing from then on`() async throws {
        let (platform, keys, _) = try await setUp()
        let (key, token) = try await keys.create(user: "ada", name: "x", expiresAt: nil)
        _ = try await keys.principal(for: token)
        try await keys.revoke(key.id)
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: token) }
        let revokedAt = try #require(try await keys.list(user: nil).first?.revokedAt)
        platform.advance(by: .seconds(5))
        try await keys.revoke(key.id)
        #expect(try await keys.list(user: "ada").first?.revokedAt == revokedAt)
        await #expect(throws: PlatformError.self) { try await keys.revoke("nothing") }
    }

    @Test func `a key ends when it is to`() async throws {
        let (platform, keys, _) = try await setUp()
        let token = try await keys.create(user: "ada", name: "x", expiresAt: platform.clock.now + .seconds(60)).token
        platform.advance(by: .milliseconds(59_999))
        _ = try await keys.principal(for: token)
        platform.advance(by: .milliseconds(1))
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: token) }
    }

    @Test func `a key's last use is known to the minute`() async throws {
        let (platform, keys, _) = try await setUp()
        let token = try await keys.create(user: "ada", name: "x", expiresAt: nil).token
        #expect(try await keys.list(user: nil)[0].lastUsedAt == nil)
        let first = platform.clock.now
        _ = try await keys.principal(for: token)
        platform.advance(by: .seconds(59))
        _ = try await keys.principal(for: token)
        #expect(try await keys.list(user: nil)[0].lastUsedAt == first)
        platform.advance(by: .seconds(1))
        _ = try await keys.principal(for: token)
        #expect(try await keys.list(user: nil)[0].lastUsedAt == platform.clock.now)
    }

    @Test func `keys outlive the server, and are listed without what opens doors`() async throws {
        let (platform, keys, ada) = try await setUp()
        let (key, token) = try await keys.create(user: "ada", name: "my key", expiresAt: nil)
        let restarted = try await APIKeys(database: platform.database, clock: platform.clock, ids: platform.ids)
        #expect(try await restarted.principal(for: token).userID == ada)
        #expect(try await restarted.list(user: "ada").map(\.name) == ["my key"] && key.userName == "ada")
        let stored = try await platform.database.read { try $0.rows("SELECT * FROM api_keys").map { "\($0)" } }.joined()
        #expect(!stored.contains(token) && !stored.contains(token.split(separator: ".")[2]))
    }

    @Test func `a key belongs to somebody and has a name that is not too long`() async throws {
        let (_, keys, _) = try await setUp()
        await #expect(throws: PlatformError.self) { try await keys.create(user: "nobody", name: "x", expiresAt: nil) }
        await #expect(throws: PlatformError.self) { try await keys.create(user: "ada", name: String(repeating: "x", count: 101), expiresAt: nil) }
        await #expect(throws: PlatformError.self) { try await keys.list(user: "nobody") }
        #expect(try await keys.list(user: nil).isEmpty)
    }
}
