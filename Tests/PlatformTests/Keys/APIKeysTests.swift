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

    @Test func `another secret counts from when it comes to the database, for the keys that go with it`() async throws {
        let (platform, keys, ada) = try await setUp()
        let token = try await keys.create(user: "ada", name: "x", expiresAt: nil).token
        _ = try await keys.principal(for: token)
        let other = try await TestPlatform(seed: 99)
        _ = try await other.makeUser()
        let foreign = try await APIKeys(database: other.database, clock: other.clock, ids: other.ids).create(user: "ada", name: "x", expiresAt: nil)
        let secret = try #require(try await other.database.read { try $0.row("SELECT id, secret FROM signing_keys") })
        try await platform.database.write { connection in
            try connection.execute("UPDATE signing_keys SET id = \(secret.string("id")), secret = \(secret.string("secret"))")
            try connection.execute("UPDATE api_keys SET id = \(foreign.key.id)")
        }
        #expect(try await keys.principal(for: foreign.token).userID == ada)
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: token) }
        let next = try await keys.create(user: "ada", name: "y", expiresAt: nil).token
        let restarted = try await APIKeys(database: platform.database, clock: platform.clock, ids: platform.ids)
        #expect(try await restarted.principal(for: next).userID == ada)
    }

    @Test func `a key belongs to somebody and has a name that is not too long`() async throws {
        let (_, keys, _) = try await setUp()
        await #expect(throws: PlatformError.self) { try await keys.create(user: "nobody", name: "x", expiresAt: nil) }
        await #expect(throws: PlatformError.self) { try await keys.create(user: "ada", name: String(repeating: "x", count: 101), expiresAt: nil) }
        await #expect(throws: PlatformError.self) { try await keys.list(user: "nobody") }
        #expect(try await keys.list(user: nil).isEmpty)
    }

    @Test func `revoking one key leaves the user's other`() async throws {
        let (_, keys, ada) = try await setUp()
        let (first, second) = (
            try await keys.create(user: "ada", name: "x", expiresAt: nil), try await keys.create(user: "ada", name: "x", expiresAt: nil)
        )
        try await keys.revoke(first.key.id)
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: first.token) }
        #expect(try await keys.principal(for: second.token).userID == ada)
    }

    @Test func `a disabled user's keys open nothing until the user is enabled`() async throws {
        let (platform, keys, _) = try await setUp()
        _ = try await platform.makeUser("bob")
        let (ada, bob) = (
            try await keys.create(user: "ada", name: "x", expiresAt: nil), try await keys.create(user: "bob", name: "x", expiresAt: nil)
        )
        try await platform.users.disable("ada")
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: ada.token) }
        await #expect(throws: PlatformError.self) { try await keys.create(user: "ada", name: "y", expiresAt: nil) }
        _ = try await keys.principal(for: bob.token)
        #expect(try await keys.list(user: "ada")[0].userDisabledAt == platform.clock.now)
        try await platform.users.enable("ada")
        _ = try await keys.principal(for: ada.token)
    }

    @Test func `a key may be used for what its scopes say`() async throws {
        let (platform, keys, _) = try await setUp()
        let standard = try await keys.principal(for: keys.create(user: "ada", name: "x", expiresAt: nil).token)
        for scope in [KeyScope.speak, .clone, .read] { try standard.require(anyOf: [scope]) }
        #expect(throws: PlatformError.missingScope([.admin])) { try standard.require(anyOf: [.admin]) }
        platform.advance(by: .seconds(1))
        let reader = try await keys.principal(for: keys.create(user: "ada", name: "x", scopes: KeyScopes([.read]), expiresAt: nil).token)
        try reader.require(anyOf: [.speak, .read])
        #expect(throws: PlatformError.missingScope([.speak])) { try reader.require(anyOf: [.speak]) }
        #expect(try await keys.list(user: "ada").map(\.scopes.text) == ["speak,clone,read", "read"])
    }

    @Test func `a rotated key ends at once, and its successor is like it`() async throws {
        let (platform, keys, ada) = try await setUp()
        let end = platform.clock.now + .seconds(3600)
        let old = try await keys.create(user: "ada", name: "laptop", scopes: KeyScopes([.read]), expiresAt: end)
        platform.advance(by: .seconds(600))
        let new = try await keys.rotate(old.key.id, overlap: nil)
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: old.token) }
        #expect(try await keys.principal(for: new.token) == Principal(userID: ada, keyID: new.key.id, scopes: KeyScopes([.read])))
        // It lasts as long as the old one was made to, from now on.
        #expect(new.key.name == "laptop" && new.key.expiresAt == end + .seconds(600))
        await #expect(throws: PlatformError.invalid(field: "key", "\(old.key.id) was replaced by \(new.key.id): rotate that one")) {
            try await keys.rotate(old.key.id, overlap: nil)
        }
    }

    @Test func `a rotated key goes on for the overlap, and not beyond its own end`() async throws {
        let (platform, keys, _) = try await setUp()
        let forever = try await keys.create(user: "ada", name: "x", expiresAt: nil)
        let short = try await keys.create(user: "ada", name: "x", expiresAt: platform.clock.now + .seconds(60))
        let successor = try await keys.rotate(forever.key.id, overlap: .seconds(3600))
        _ = try await keys.rotate(short.key.id, overlap: .seconds(3600))
        #expect(successor.key.expiresAt == nil)
        platform.advance(by: .seconds(60))
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: short.token) }
        _ = try await keys.principal(for: forever.token)
        platform.advance(by: .seconds(3540))
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: forever.token) }
        _ = try await keys.principal(for: successor.token)
    }

    @Test func `what has ended can't be rotated`() async throws {
        let (platform, keys, _) = try await setUp()
        let revoked = try await keys.create(user: "ada", name: "x", expiresAt: nil).key.id
        try await keys.revoke(revoked)
        let expired = try await keys.create(user: "ada", name: "x", expiresAt: platform.clock.now + .seconds(1)).key.id
        platform.advance(by: .seconds(1))
        for id in [revoked, expired] {
            await #expect(throws: PlatformError.invalid(field: "key", "\(id) has ended: make another with `mynah keys create --user ada`")) {
                try await keys.rotate(id, overlap: nil)
            }
        }
        await #expect(throws: PlatformError.self) { try await keys.rotate("nothing", overlap: nil) }
        #expect(try await keys.list(user: nil).count == 2)
    }
}
