import Database

extension Credits {
    /// What a user can spend now, grant by grant, in the order in which it will be spent. The sum is the balance's.
    ///
    /// This month's credits of the plan are among them, whether they are written yet or not; what an unmetered user may spend beyond what was given is one
    /// that never ends.
    public func spendable(by userID: String) async throws -> [SpendableCredits] {
        let now = clock.now
        return try await database.read { connection in
            let month = Month(containing: now)
            var list = try connection.rows(
                """
                SELECT remaining, expires_at FROM credit_grants
                WHERE user_id = \(userID) AND remaining > 0 AND (expires_at IS NULL OR expires_at > \(now))
                ORDER BY CASE WHEN expires_at IS NULL THEN 1 ELSE 0 END, expires_at, created_at, id
                """
            ).map { SpendableCredits(amount: try $0.get("remaining"), expiresAt: try $0.optional("expires_at")) }
            let due = try connection.monthlyCreditsDue(to: userID, in: month)
            if due > 0 {
                let place = list.firstIndex { $0.expiresAt.map { $0 > month.end } ?? true } ?? list.endIndex
                list.insert(SpendableCredits(amount: due, expiresAt: month.end), at: place)
            }
            if try connection.isUnmetered(userID) { list.append(SpendableCredits(amount: CreditBalance.unmeteredAllowance, expiresAt: nil)) }
            return list
        }
    }
}
