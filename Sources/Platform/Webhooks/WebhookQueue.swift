import Database

/// The deliveries, and every change of them.
struct WebhookQueue: Sendable {
    private let database: any Database
    private let clock: WallClock
    private let ids: IDSource

    /// How long a try may take before another may begin: longer than any takes.
    static let leaseDuration: Duration = .seconds(30)
    /// How long a delivery that has ended is kept.
    static let lifetime: Duration = .seconds(30 * 24 * 3600)
    /// How many old deliveries one transaction removes.
    private static let batch = 500

    init(database: any Database, clock: WallClock, ids: IDSource) {
        self.database = database
        self.clock = clock
        self.ids = ids
    }

    /// Begins the deliveries that are due, as far as there is room for their users.
    ///
    /// - Returns: What is to be tried: less than there was room for where others were faster, or users have fewer.
    func claim(by turns: WebhookTurns) async throws -> [LeasedWebhook] {
        let now = clock.now
        let room = turns.room(for: try await database.read { try $0.usersWithDueWebhooks(at: now) })
        if room.isEmpty { return [] }
        let token = ids.make()
        return try await database.write { [ids] connection in
            try room.flatMap { try connection.claimWebhooks(of: $0.userID, atMost: $0.count, token: token, at: now, ids: ids) }
        }
    }

    /// Writes down a try, and what comes after it; nothing where the lease was lost.
    func finish(_ webhook: LeasedWebhook, _ attempt: WebhookTry, _ verdict: WebhookVerdict) async throws {
        let (id, now) = (ids.make(), clock.now)
        let change: SQL =
            switch verdict {
            case .delivered: "state = 'delivered', ended_at = \(now)"
            case .retry(let time): "due_at = \(time)"
            case .failed: "state = 'failed', ended_at = \(now)"
            }
        try await database.write { connection in
            let changed = try connection.execute(
                "UPDATE webhook_deliveries SET lease_token = NULL, \(change) WHERE id = \(webhook.id) AND lease_token = \(webhook.token)")
            guard changed > 0 else { return }
            try connection.execute(
                """
                INSERT INTO webhook_tries (id, delivery_id, started_at, duration, status, error)
                VALUES (\(id), \(webhook.id), \(attempt.startedAt), \(attempt.milliseconds), \(attempt.status), \(attempt.error))
                """)
        }
    }

    /// Hands a delivery back whose try was given up.
    func release(_ webhook: LeasedWebhook) async throws {
        let now = clock.now
        try await database.write { connection in
            _ = try connection.execute(
                """
                UPDATE webhook_deliveries SET lease_token = NULL, due_at = \(now), attempts = attempts - 1
                WHERE id = \(webhook.id) AND lease_token = \(webhook.token)
                """)
        }
    }

    /// Hands back every delivery that someone tries: when a server starts on data that no other has open.
    func recover() async throws {
        let now = clock.now
        try await database.write { connection in
            _ = try connection.execute("UPDATE webhook_deliveries SET lease_token = NULL, due_at = \(now) WHERE lease_token IS NOT NULL")
        }
    }

    /// Removes some of the deliveries that ended long ago.
    ///
    /// - Returns: Whether there may be more of them.
    func removeOld() async throws -> Bool {
        let end = Timestamp(milliseconds: clock.now.milliseconds - Self.lifetime.components.seconds * 1000)
        return try await database.write { connection in
            // With the webhook goes the delivery.
            try connection.execute(
                """
                DELETE FROM task_webhooks WHERE task_id IN
                (SELECT task_id FROM webhook_deliveries WHERE ended_at <= \(end) ORDER BY ended_at LIMIT \(Self.batch))
                """) == Self.batch
        }
    }
}

extension DatabaseConnection {
    /// The users with deliveries that are due, who has waited longest first.
    ///
    /// It steps from user to user by the index, so that it costs as much as there are users, however many deliveries they have.
    fileprivate func usersWithDueWebhooks(at now: Timestamp) throws -> [String] {
        try rows(
            """
            WITH RECURSIVE waiting (user_id) AS (
                SELECT MIN(user_id) FROM webhook_deliveries WHERE state = 'waiting'
                UNION ALL
                SELECT (SELECT MIN(user_id) FROM webhook_deliveries WHERE state = 'waiting' AND user_id > waiting.user_id)
                FROM waiting WHERE user_id IS NOT NULL
            ), due (user_id, due_at) AS (
                SELECT user_id, (SELECT MIN(due_at) FROM webhook_deliveries WHERE state = 'waiting' AND user_id = waiting.user_id)
                FROM waiting WHERE user_id IS NOT NULL
            )
            SELECT user_id FROM due WHERE due_at <= \(now) ORDER BY due_at, user_id
            """
        ).map { try $0.get("user_id") }
    }

    /// Begins the deliveries of a user that have been due for longest.
    fileprivate func claimWebhooks(
        of userID: String, atMost count: Int, token: String, at now: Timestamp, ids: IDSource
    ) throws -> [LeasedWebhook] {
        let claimed = try rows(
            """
            UPDATE webhook_deliveries SET lease_token = \(token), due_at = \(now + WebhookQueue.leaseDuration), attempts = attempts + 1,
            first_tried_at = COALESCE(first_tried_at, \(now))
            WHERE id IN (SELECT id FROM webhook_deliveries WHERE state = 'waiting' AND user_id = \(userID) AND due_at <= \(now)
                ORDER BY due_at, id LIMIT \(count))
            AND state = 'waiting' AND due_at <= \(now) RETURNING id, url, body, attempts, first_tried_at
            """)
        if claimed.isEmpty { return [] }
        let secret = try webhookSecret(of: userID, at: now, ids: ids)
        return try claimed.map { row in
            LeasedWebhook(
                id: try row.get("id"), token: token, userID: userID, url: try row.get("url"), body: try row.get("body"), secret: secret,
                attempts: try row.get("attempts"), firstTriedAt: try row.get("first_tried_at"))
        }
    }
}
