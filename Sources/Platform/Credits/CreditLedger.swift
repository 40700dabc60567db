import Database

/// Moves credits within a transaction, and writes down each movement; entries are only ever added.
///
/// Of each grant: what can be spent = given - held + returned - expired, and what is held = held - charged - returned.
struct CreditLedger {
    private let connection: any DatabaseConnection
    private let now: Timestamp
    private let ids: IDSource

    /// What happened to an amount of a grant.
    private enum Entry: String {
        case grant, unmetered, hold, charge, `return`, expiry
    }

    init(connection: any DatabaseConnection, now: Timestamp, ids: IDSource) {
        self.connection = connection
        self.now = now
        self.ids = ids
    }

    /// Gives a user credits.
    func grant(_ amount: Int, to userID: String, kind: CreditGrantKind, expiresAt: Timestamp?, period: String? = nil) throws {
        let id = ids.make()
        try connection.execute(
            """
            INSERT INTO credit_grants (id, user_id, kind, amount, remaining, period, created_at, expires_at)
            VALUES (\(id), \(userID), \(kind.rawValue), \(amount), \(amount), \(period), \(now), \(expiresAt))
            """)
        try write(kind == .unmetered ? .unmetered : .grant, amount, of: id, userID: userID, taskID: nil)
    }

    /// Sets aside what a task costs, of the grants that expire first; what an unmetered user lacks is given.
    ///
    /// - Throws: ``PlatformError/insufficientCredits(available:needed:)``.
    func hold(_ amount: Int, for taskID: String, of userID: String) throws {
        guard amount > 0 else { return }
        try expireAndRenew(userID)
        var grants = try spendable(userID)
        let available = grants.reduce(0) { $0 + $1.remaining }
        if available < amount {
            guard try connection.isUnmetered(userID) else { throw PlatformError.insufficientCredits(available: available, needed: amount) }
            try grant(amount - available, to: userID, kind: .unmetered, expiresAt: now)
            grants = try spendable(userID)
        }
        var missing = amount
        for grant in grants where missing > 0 {
            let part = min(missing, grant.remaining)
            try connection.execute("UPDATE credit_grants SET remaining = remaining - \(part) WHERE id = \(grant.id)")
            try write(.hold, part, of: grant.id, userID: userID, taskID: taskID)
            missing -= part
        }
    }

    /// Checks that a user can spend an amount, without a change of anything.
    ///
    /// - Throws: ``PlatformError/insufficientCredits(available:needed:)``.
    func checkFunds(of userID: String, for amount: Int) throws {
        guard amount > 0, try !connection.isUnmetered(userID) else { return }
        let row = try connection.row(
            """
            SELECT COALESCE(SUM(remaining), 0) AS remaining FROM credit_grants
            WHERE user_id = \(userID) AND remaining > 0 AND (expires_at IS NULL OR expires_at > \(now))
            """)
        let available = try (row?.get("remaining") ?? 0) + connection.monthlyCreditsDue(to: userID, in: Month(containing: now))
        guard available >= amount else { throw PlatformError.insufficientCredits(available: available, needed: amount) }
    }

    /// What is left of a user's grants, in the order in which it is spent.
    private func spendable(_ userID: String) throws -> [(id: String, remaining: Int)] {
        try connection.rows(
            """
            SELECT id, remaining FROM credit_grants WHERE user_id = \(userID) AND remaining > 0
            ORDER BY CASE WHEN expires_at IS NULL THEN 1 ELSE 0 END, expires_at, created_at, id
            """
        ).map { (try $0.get("id"), try $0.get("remaining")) }
    }

    /// Spends what is held for a task.
    func charge(_ taskID: String) throws {
        for hold in try holds(for: taskID) {
            try write(.charge, hold.amount, of: hold.grantID, userID: hold.userID, taskID: taskID)
        }
    }

    /// Gives back what is held for a task; what comes back to a grant that has expired expires.
    func giveBack(_ taskID: String) throws {
        for hold in try holds(for: taskID) {
            try connection.execute("UPDATE credit_grants SET remaining = remaining + \(hold.amount) WHERE id = \(hold.grantID)")
            try write(.return, hold.amount, of: hold.grantID, userID: hold.userID, taskID: taskID)
            try expire(hold.userID)
        }
    }

    private func holds(for taskID: String) throws -> [(grantID: String, userID: String, amount: Int)] {
        try connection.rows("SELECT grant_id, user_id, amount FROM ledger WHERE task_id = \(taskID) AND kind = 'hold'").map {
            (try $0.get("grant_id"), try $0.get("user_id"), try $0.get("amount"))
        }
    }

    private func expireAndRenew(_ userID: String) throws {
        try expire(userID)
        let month = Month(containing: now)
        let due = try connection.monthlyCreditsDue(to: userID, in: month)
        if due > 0 { try grant(due, to: userID, kind: .regular, expiresAt: month.end, period: month.name) }
    }

    private func expire(_ userID: String) throws {
        let expired = try connection.rows(
            "SELECT id, remaining FROM credit_grants WHERE user_id = \(userID) AND remaining > 0 AND expires_at <= \(now)")
        for row in expired {
            let id: String = try row.get("id")
            try connection.execute("UPDATE credit_grants SET remaining = 0 WHERE id = \(id)")
            try write(.expiry, try row.get("remaining"), of: id, userID: userID, taskID: nil)
        }
    }

    private func write(_ entry: Entry, _ amount: Int, of grantID: String, userID: String, taskID: String?) throws {
        try connection.execute(
            """
            INSERT INTO ledger (id, user_id, grant_id, task_id, kind, amount, created_at)
            VALUES (\(ids.make()), \(userID), \(grantID), \(taskID), \(entry.rawValue), \(amount), \(now))
            """)
    }
}
