import Database

/// What signs users' webhooks, so that their receivers know whom they come from.
public struct WebhookSecrets: Sendable {
    private let database: any Database
    private let clock: WallClock
    private let ids: IDSource

    /// The secrets in `database`.
    public init(database: any Database, clock: WallClock, ids: IDSource) {
        self.database = database
        self.clock = clock
        self.ids = ids
    }

    /// A user's secret, which is made when it is first needed.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func secret(of userName: String) async throws -> String {
        let now = clock.now
        return try await database.write { [ids] connection in
            try connection.webhookSecret(of: connection.user(named: userName).id, at: now, ids: ids)
        }
    }

    /// Makes a user a new secret; whatever is sent from now on is signed by it.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func rotate(of userName: String) async throws -> String {
        let now = clock.now
        return try await database.write { [ids] connection in
            let user = try connection.user(named: userName)
            try connection.execute("DELETE FROM webhook_secrets WHERE user_id = \(user.id)")
            return try connection.webhookSecret(of: user.id, at: now, ids: ids)
        }
    }
}

extension DatabaseConnection {
    /// A user's secret; makes one where there is none.
    func webhookSecret(of userID: String, at now: Timestamp, ids: IDSource) throws -> String {
        try execute(
            """
            INSERT INTO webhook_secrets (user_id, secret, created_at) VALUES (\(userID), \("whsec_" + ids.secretName()), \(now))
            ON CONFLICT (user_id) DO NOTHING
            """)
        guard let row = try row("SELECT secret FROM webhook_secrets WHERE user_id = \(userID)") else {
            throw PlatformError.notFound("There is no such user.")
        }
        return try row.get("secret")
    }
}
