import Database
import Speech

/// The keys that open the API: tokens signed by this server, whose ids name rows that can end and be revoked.
public struct APIKeys: Sendable {
    private let database: any Database
    private let clock: WallClock
    private let ids: IDSource
    private let signing: KeySigning

    /// The longest name, in characters.
    public static let nameLimit = 100
    /// How far a key's last use may lag behind, so that reading does not become writing.
    private static let lastUsePrecision: Duration = .seconds(60)

    /// The keys in `database`; makes the key that signs them if there is none yet.
    ///
    /// - Throws: ``DatabaseError``.
    public init(database: any Database, clock: WallClock, ids: IDSource) async throws {
        self.database = database
        self.clock = clock
        self.ids = ids
        signing = try await KeySigning(database: database, clock: clock, ids: ids)
    }

    /// Makes a key for a user. The token is not kept: it can't be shown again.
    ///
    /// - Throws: ``PlatformError/invalid(field:_:)`` for a name that is empty, too long or more than a line, and for a user who is disabled, ``PlatformError/notFound(_:)`` for an
    ///   unknown user.
    public func create(
        user userName: String, name: String, scopes: KeyScopes = .standard, expiresAt: Timestamp?
    ) async throws -> (key: APIKey, token: String) {
        guard (1...Self.nameLimit).contains(name.count), name.isOneLine else {
            throw PlatformError.invalid(field: "name", "has 1 to \(Self.nameLimit) characters, without control characters")
        }
        let (id, now) = (ids.make(), clock.now)
        let key = try await database.write { connection in
            let user = try connection.user(named: userName)
            guard user.disabledAt == nil else {
                throw PlatformError.invalid(field: "user", "\(userName) is disabled: `mynah users enable \(userName)` lets their keys open again")
            }
            try connection.insertKey(id, userID: user.id, name: name, scopes: scopes, createdAt: now, expiresAt: expiresAt)
            return try connection.key(id)
        }
        return (key, try await token(of: key))
    }

    /// Makes a key in another's place: with the same user, name and scopes, and, where that one was made to end, for as long as it was.
    ///
    /// - Parameter overlap: How long the old key goes on, if it would not end earlier; nil to end it at once.
    /// - Throws: ``PlatformError/notFound(_:)``, ``PlatformError/invalid(field:_:)`` for a key that has ended, or was replaced before.
    public func rotate(_ oldID: String, overlap: Duration?) async throws -> (key: APIKey, token: String) {
        let (id, now) = (ids.make(), clock.now)
        let key = try await database.write { connection in
            let old = try connection.key(oldID)
            if let next = old.replacedBy { throw PlatformError.invalid(field: "key", "\(oldID) was replaced by \(next): rotate that one") }
            guard !old.hasEnded(at: now) else {
                throw PlatformError.invalid(field: "key", "\(oldID) has ended: make another with `mynah keys create --user \(old.userName)`")
            }
            let end = old.expiresAt.map { now + old.createdAt.duration(to: $0) }
            try connection.insertKey(id, userID: old.userID, name: old.name, scopes: old.scopes, createdAt: now, expiresAt: end)
            let last = overlap.map { min(now + $0, old.expiresAt ?? now + $0) }
            try connection.execute(
                """
                UPDATE api_keys SET replaced_by = \(id), expires_at = \(last ?? old.expiresAt), revoked_at = \(last == nil ? now : nil)
                WHERE id = \(oldID)
                """)
            return try connection.key(id)
        }
        return (key, try await token(of: key))
    }

    private func token(of key: APIKey) async throws -> String {
        try await signing.sign(APIKeyClaims(userID: key.userID, keyID: key.id, madeAt: key.createdAt))
    }

    /// Every key, of one user or of all, the oldest first.
    ///
    /// - Throws: ``PlatformError/notFound(_:)`` for an unknown user.
    public func list(user userName: String?) async throws -> [APIKey] {
        try await database.read { connection in
            guard let userName else { return try connection.keys("1 = 1") }
            return try connection.keys("api_keys.user_id = \(connection.user(named: userName).id)")
        }
    }

    /// Ends a key at once; one that is revoked already stays so.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func revoke(_ id: String) async throws {
        let now = clock.now
        try await database.write { connection in
            _ = try connection.key(id)
            try connection.execute("UPDATE api_keys SET revoked_at = \(now) WHERE id = \(id) AND revoked_at IS NULL")
        }
    }

    /// Who a token stands for.
    ///
    /// - Throws: ``PlatformError/unauthorized`` for one that is malformed, forged, expired or revoked, or whose user is disabled.
    public func principal(for token: String) async throws -> Principal {
        guard let id = try await signing.keyID(in: token) else { throw PlatformError.unauthorized }
        let now = clock.now
        let row = try await database.lookUp(
            """
            SELECT user_id, scopes, last_used_at FROM api_keys JOIN users ON users.id = api_keys.user_id
            WHERE api_keys.id = \(id) AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > \(now)) AND disabled_at IS NULL
            """)
        guard let row else { throw PlatformError.unauthorized }
        let principal = Principal(userID: try row.get("user_id"), keyID: id, scopes: try row.get("scopes"))
        // Best effort: a full disk must not keep anyone from reading.
        try? await noteUse(of: id, last: row.optional("last_used_at"), now: now)
        return principal
    }

    private func noteUse(of id: String, last: Timestamp?, now: Timestamp) async throws {
        if let last, now < last + Self.lastUsePrecision { return }
        _ = try await database.write { try $0.execute("UPDATE api_keys SET last_used_at = \(now) WHERE id = \(id)") }
    }
}

extension DatabaseConnection {
    /// The key of that id.
    fileprivate func key(_ id: String) throws -> APIKey {
        guard let key = try keys("api_keys.id = \(id)").first else {
            throw PlatformError.notFound("There is no key \(id): `mynah keys list` shows them.")
        }
        return key
    }

    fileprivate func insertKey(
        _ id: String, userID: String, name: String, scopes: KeyScopes, createdAt: Timestamp, expiresAt: Timestamp?
    ) throws {
        try execute(
            """
            INSERT INTO api_keys (id, user_id, name, scopes, created_at, expires_at)
            VALUES (\(id), \(userID), \(name), \(scopes), \(createdAt), \(expiresAt))
            """)
    }

    /// The keys for which `condition` holds, the oldest first.
    fileprivate func keys(_ condition: SQL) throws -> [APIKey] {
        try rows(
            """
            SELECT api_keys.id, api_keys.name, user_id, users.name AS user_name, users.disabled_at AS user_disabled_at, scopes, api_keys.created_at,
            expires_at, revoked_at, last_used_at, replaced_by
            FROM api_keys JOIN users ON users.id = api_keys.user_id WHERE \(condition) ORDER BY api_keys.created_at, api_keys.id
            """
        ).map(APIKey.init)
    }
}
