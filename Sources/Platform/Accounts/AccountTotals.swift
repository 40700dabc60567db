import Database

/// How many completed tasks each account has: kept beside, so that a page of its history need not count them. It works within the transactions that
/// change tasks.
struct AccountTotals {
    private let connection: any DatabaseConnection

    init(_ connection: any DatabaseConnection) {
        self.connection = connection
    }

    /// How many there are.
    func total(of userID: String, _ account: String) throws -> Int {
        try connection.row("SELECT total FROM account_totals WHERE user_id = \(userID) AND account = \(account)")?.get("total") ?? 0
    }

    /// Notes what a change of a task makes of them.
    func note(_ task: ChangedTask) throws {
        guard let account = task.account else { return }
        if task.transition.to == .completed {
            try connection.execute(
                """
                INSERT INTO account_totals (user_id, account, total) VALUES (\(task.userID), \(account), 1)
                ON CONFLICT (user_id, account) DO UPDATE SET total = account_totals.total + 1
                """)
        } else if task.transition.from == .completed {
            try connection.execute("UPDATE account_totals SET total = total - 1 WHERE user_id = \(task.userID) AND account = \(account)")
        }
    }
}
