import Database

/// Users' credits: what they have, and what they are given. What they spend is ``CreditLedger``'s, in the transactions of the tasks.
public struct Credits: Sendable {
    let database: any Database
    let clock: WallClock
    private let ids: IDSource

    /// How many credits may be given at once.
    public static let amounts = 1...1_000_000_000_000

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
            if try connection.isUnmetered(userID) { balance.permanent += CreditBalance.unmeteredAllowance }
            return balance
        }
    }

    /// What a user was given, as far as some of it can still be spent, in the order in which it will be.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func grants(of userName: String) async throws -> [CreditGrant] {
        let now = clock.now
        return try await database.read { connection in
            let user = try connection.user(named: userName)
            return try connection.rows(
                """
                SELECT kind, amount, remaining, created_at, expires_at FROM credit_grants
                WHERE user_id = \(user.id) AND remaining > 0 AND (expires_at IS NULL OR expires_at > \(now))
                ORDER BY CASE WHEN expires_at IS NULL THEN 1 ELSE 0 END, expires_at, created_at, id
                """
            ).map(CreditGrant.init)
        }
    }

    /// The last `limit` entries of a user's ledger, the newest first. A page costs the same, however many entries there are.
    ///
    /// - Parameter entryID: Only entries that are older than this one of the user's; nil to begin with the newest.
    /// - Throws: ``PlatformError/notFound(_:)`` for an unknown user or entry.
    public func history(of userName: String, limit: Int, before entryID: String? = nil) async throws -> [LedgerEntry] {
        try await database.read { connection in
            let user = try connection.user(named: userName)
            var older: SQL = ""
            if let entryID {
                guard let row = try connection.row("SELECT created_at FROM ledger WHERE id = \(entryID) AND user_id = \(user.id)") else {
                    throw PlatformError.notFound("\(userName) has no entry \(entryID): `mynah credits history \(userName)` shows them.")
                }
                older = try "AND (created_at, id) < (\(row.get("created_at", as: Timestamp.self)), \(entryID))"
            }
            return try connection.rows(
                """
                SELECT id, kind, amount, task_id, created_at FROM ledger WHERE user_id = \(user.id) \(older)
                ORDER BY created_at DESC, id DESC LIMIT \(limit)
                """
            ).map(LedgerEntry.init)
        }
    }

    /// Sets a user's plan; what was given for this month stays as it is.
    ///
    /// - Throws: ``PlatformError/invalid(field:_:)``, ``PlatformError/notFound(_:)``.
    public func setPlan(of userName: String, to plan: CreditPlan) async throws {
        try plan.check()
        try await database.write { connection in
            let user = try connection.user(named: userName)
            try connection.execute(
                "UPDATE users SET monthly_credits = \(plan.monthlyCredits), is_unmetered = \(plan == .unmetered) WHERE id = \(user.id)")
        }
    }

    /// Gives a user credits: permanent ones, or promotional ones where they end.
    ///
    /// - Throws: ``PlatformError/invalid(field:_:)``, ``PlatformError/notFound(_:)``.
    public func grant(_ amount: Int, to userName: String, expiresAt: Timestamp?) async throws {
        guard Self.amounts.contains(amount) else {
            throw PlatformError.invalid(field: "amount", "is a whole number from 1 to 1,000,000,000,000")
        }
        let now = clock.now
        if let expiresAt, expiresAt <= now { throw PlatformError.invalid(field: "expiry", "must lie in the future") }
        try await database.write { [ids] connection in
            let user = try connection.user(named: userName)
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

    /// Whether nothing is refused to a user for want of credits.
    func isUnmetered(_ userID: String) throws -> Bool {
        try row("SELECT is_unmetered FROM users WHERE id = \(userID)")?.get("is_unmetered") ?? false
    }
}
