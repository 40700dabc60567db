import Database

/// The deliveries as an operator sees them.
public struct WebhookDeliveries: Sendable {
    private let database: any Database
    private let clock: WallClock

    /// The deliveries in `database`.
    public init(database: any Database, clock: WallClock) {
        self.database = database
        self.clock = clock
    }

    /// The last `limit` deliveries, the newest first.
    ///
    /// - Parameters:
    ///   - userName: Whose; nil for everyone's.
    ///   - state: In which state; nil for any.
    /// - Throws: ``PlatformError/notFound(_:)`` for an unknown user.
    public func list(user userName: String?, state: WebhookState?, limit: Int) async throws -> [WebhookDelivery] {
        try await database.read { connection in
            var conditions: [SQL] = []
            if let userName { conditions.append("user_id = \(try connection.user(named: userName).id)") }
            if let state { conditions.append("state = \(state.rawValue)") }
            let condition = conditions.isEmpty ? "1 = 1" : conditions.joined(separator: " AND ")
            return try connection.webhooks("\(condition) ORDER BY webhook_deliveries.created_at DESC, webhook_deliveries.id DESC LIMIT \(limit)")
        }
    }

    /// A delivery, and every try of it, the oldest first.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func delivery(_ id: String) async throws -> (delivery: WebhookDelivery, tries: [WebhookTry]) {
        try await database.read { connection in
            let tries = try connection.rows(
                "SELECT started_at, duration, status, error FROM webhook_tries WHERE delivery_id = \(id) ORDER BY started_at, id")
            return (try connection.webhook(id), try tries.map(WebhookTry.init))
        }
    }

    /// Has deliveries tried anew, whatever became of them: at once, and for as long as the first time. One that is being tried is left to that.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``; then none of them is.
    public func redeliver(_ deliveries: [String]) async throws {
        let now = clock.now
        try await database.write { connection in
            for id in deliveries {
                _ = try connection.webhook(id)
                try connection.execute(
                    """
                    UPDATE webhook_deliveries SET state = 'waiting', due_at = \(now), attempts = 0, first_tried_at = NULL, ended_at = NULL
                    WHERE id = \(id) AND lease_token IS NULL
                    """)
            }
        }
    }
}

extension DatabaseConnection {
    /// The deliveries for which `condition` holds.
    fileprivate func webhooks(_ condition: SQL) throws -> [WebhookDelivery] {
        try rows(
            "SELECT \(WebhookDelivery.columns) FROM webhook_deliveries JOIN users ON users.id = webhook_deliveries.user_id WHERE \(condition)"
        ).map(WebhookDelivery.init)
    }

    /// The delivery of that id.
    fileprivate func webhook(_ id: String) throws -> WebhookDelivery {
        guard let delivery = try webhooks("webhook_deliveries.id = \(id)").first else {
            throw PlatformError.notFound("There is no webhook \(id): `mynah webhooks list` shows them.")
        }
        return delivery
    }
}
