import Database

/// Who has stated that they may clone voices: users as such, or with a key of theirs.
public struct CloneConsents: Sendable {
    private let database: any Database
    private let clock: WallClock

    /// The statements in `database`.
    public init(database: any Database, clock: WallClock) {
        self.database = database
        self.clock = clock
    }

    /// Records that a user states it, for all of their keys or for one; what was recorded before stays.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func record(of userName: String, keyID: String? = nil) async throws {
        let now = clock.now
        try await database.write { connection in
            let userID = try connection.consenting(userName, keyID)
            try connection.execute(
                """
                INSERT INTO clone_consents (user_id, key_id, consented_at) VALUES (\(userID), \(keyID ?? ""), \(now))
                ON CONFLICT (user_id, key_id) DO NOTHING
                """)
        }
    }

    /// Takes a statement back: of one key, or of the user with all of their keys. Clones that were made stay.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func withdraw(of userName: String, keyID: String? = nil) async throws {
        try await database.write { connection in
            let userID = try connection.consenting(userName, keyID)
            let only: SQL = keyID.map { "AND key_id = \($0)" } ?? ""
            try connection.execute("DELETE FROM clone_consents WHERE user_id = \(userID) \(only)")
        }
    }

    /// What a user has stated, the earliest first.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func list(of userName: String) async throws -> [CloneConsent] {
        try await database.read { connection in
            let user = try connection.user(named: userName)
            return try connection.rows(
                "SELECT key_id, consented_at FROM clone_consents WHERE user_id = \(user.id) ORDER BY consented_at, key_id"
            ).map(CloneConsent.init)
        }
    }
}

extension DatabaseConnection {
    /// What is on record for a caller: the statement of their key, or of the user; nil for none.
    func cloneConsent(of principal: Principal) throws -> CloneConsent? {
        try row(
            """
            SELECT key_id, consented_at FROM clone_consents WHERE user_id = \(principal.userID) AND key_id IN ('', \(principal.keyID))
            ORDER BY key_id DESC LIMIT 1
            """
        ).map(CloneConsent.init)
    }

    /// The id of the user who states something, by one of their own keys if by any.
    fileprivate func consenting(_ userName: String, _ keyID: String?) throws -> String {
        let user = try user(named: userName)
        if let keyID, try row("SELECT id FROM api_keys WHERE id = \(keyID) AND user_id = \(user.id)") == nil {
            throw PlatformError.notFound("\(userName) has no key \(keyID): `mynah keys list --user \(userName)` shows them.")
        }
        return user.id
    }
}

extension CloneConsent {
    init(row: Row) throws {
        keyID = try row.get("key_id")
        givenAt = try row.get("consented_at")
    }
}
