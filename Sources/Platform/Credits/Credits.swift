import Database

/// Users' credits: what they have, and what they are given. What they spend is ``CreditLedger``'s, in the transactions of the tasks.
public struct Credits: Sendable {
    private let database: any Database
    private let clock: WallClock
    private let ids: IDSource

    /// The credits in `database`.
    public init(database: any Database, clock: WallClock, ids: IDSource) {
        self.database = database
        self.clock = clock
        self.ids = ids
    }

    /// What a user can spend now.
    public func balance(of userID: String) async throws -> CreditBalance {
        let now = clock.now
        return try await database.read { connection in
            let month = Month(containing: now)
            var balance = CreditBalance(regular: 0, permanent: 0, resetAt: month.end)
            let grants = try connection.rows(
                """
                SELECT kind, SUM(remaining) AS remaining FROM credit_grants
                WHERE user_id = \(userID) AND remaining > 0 AND (expires_at IS NULL OR expires_at > \(now)) GROUP BY kind
                """)
            for row in grants {
                if try row.get("kind", as: String.self) == CreditGrantKind.permanent.rawValue {
                    balance.permanent += try row.get("remaining", as: Int.self)
                } else {
                    balance.regular += try row.get("remaining", as: Int.self)
                }
            }
            // This month's are written when something is first spent.
            balance.regular += try connection.monthlyCreditsDue(to: userID, in: month)
            return balance
        }
    }

    /// Gives a user credits: permanent ones, or promotional ones where they end.
    ///
    /// - Throws: ``PlatformError/invalid(field:_:)``, ``PlatformError/notFound(_:)``.
    public func grant(_ amount: Int, to userName: String, expiresAt: Timestamp?) async throws {
        guard (1...1_000_000_000_000).contains(amount) else {
            throw PlatformError.invalid(field: "amount", "is a whole number from 1 to 1,000,000,000,000")
        }
        let now = clock.now
        if let expiresAt, expiresAt <= now { throw PlatformError.invalid(field: "expires", "must lie in the future") }
        try await database.write { [ids] connection in
            let user = try connection.user("name = \(userName)")
            try CreditLedger(connection: connection, now: now, ids: ids).grant(
                amount, to: user.id, kind: expiresAt == nil ? .permanent : .promotional, expiresAt: expiresAt)
        }
    }
}

extension DatabaseConnection {
    /// The plan's credits of `month` that a user has not been given yet.
    func monthlyCreditsDue(to userID: String, in month: Month) throws -> Int {
        let row = try row(
            """
            SELECT monthly_credits FROM users WHERE id = \(userID)
            AND NOT EXISTS (SELECT 1 FROM credit_grants WHERE user_id = \(userID) AND period = \(month.name))
            """)
        return try row?.get("monthly_credits") ?? 0
    }
}
