import Database

/// Works out anew everything that is kept beside the ledger, and says where it disagrees.
public struct CreditAudit: Sendable {
    private let database: any Database

    /// An audit of `database`.
    public init(database: any Database) {
        self.database = database
    }

    /// What is wrong, a sentence each; nothing where all adds up. Everything is read in one state.
    public func findings() async throws -> [String] {
        try await database.read { connection in
            try Self.checks.flatMap { check in
                try connection.rows(check.wrong).map { "\(check.sentence): \(try $0.get("id", as: String.self))" }
            }
        }
    }

    private struct Check: Sendable {
        /// What is wrong of what the query finds.
        var sentence: String
        /// Finds the ids of what is wrong.
        var wrong: SQL
    }

    private static let checks = [
        Check(
            sentence: "What can be spent of a grant is not what its entries leave",
            wrong: """
                SELECT id FROM credit_grants LEFT JOIN (
                    SELECT grant_id, SUM(CASE WHEN kind IN ('grant', 'unmetered', 'return') THEN amount
                        WHEN kind IN ('hold', 'expiry') THEN -amount ELSE 0 END) AS balance FROM ledger GROUP BY grant_id
                ) AS entries ON grant_id = id WHERE remaining <> COALESCE(balance, 0) ORDER BY id
                """),
        Check(
            sentence: "More of a grant was charged or returned than was held",
            wrong: """
                SELECT grant_id AS id FROM ledger GROUP BY grant_id
                HAVING SUM(CASE WHEN kind = 'hold' THEN amount WHEN kind IN ('charge', 'return') THEN -amount ELSE 0 END) < 0 ORDER BY grant_id
                """),
        Check(
            sentence: "What is held for a task is not its price",
            wrong: """
                SELECT id FROM tasks WHERE price <> COALESCE((SELECT SUM(amount) FROM ledger WHERE task_id = tasks.id AND kind = 'hold'), 0)
                ORDER BY id
                """),
        Check(
            sentence: "A task's charges are not those of its state",
            wrong: """
                SELECT id FROM tasks WHERE state <> 'deleted' AND (CASE state WHEN 'completed' THEN price ELSE 0 END)
                <> COALESCE((SELECT SUM(amount) FROM ledger WHERE task_id = tasks.id AND kind = 'charge'), 0) ORDER BY id
                """),
        Check(
            sentence: "A task's returns are not those of its state",
            wrong: """
                SELECT id FROM tasks WHERE state <> 'deleted' AND (CASE state WHEN 'failed' THEN price ELSE 0 END)
                <> COALESCE((SELECT SUM(amount) FROM ledger WHERE task_id = tasks.id AND kind = 'return'), 0) ORDER BY id
                """),
        Check(
            sentence: "What was held for a deleted task was neither charged nor returned, or both",
            wrong: """
                SELECT id FROM tasks WHERE state = 'deleted'
                AND price <> COALESCE((SELECT SUM(amount) FROM ledger WHERE task_id = tasks.id AND kind = 'charge'), 0)
                    - COALESCE((SELECT SUM(amount) FROM ledger WHERE task_id = tasks.id AND kind = 'return'), 0)
                AND price <> COALESCE((SELECT SUM(amount) FROM ledger WHERE task_id = tasks.id AND kind = 'return'), 0)
                    - COALESCE((SELECT SUM(amount) FROM ledger WHERE task_id = tasks.id AND kind = 'charge'), 0) ORDER BY id
                """),
        Check(
            sentence: "Credits were held for a task or a clone that there is not",
            wrong: """
                SELECT DISTINCT task_id AS id FROM ledger
                WHERE task_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM tasks WHERE tasks.id = ledger.task_id)
                AND NOT EXISTS (SELECT 1 FROM voice_clones WHERE voice_clones.id = ledger.task_id) ORDER BY task_id
                """),
        Check(
            sentence: "What was charged for a voice clone is not its price",
            wrong: """
                SELECT id FROM voice_clones
                WHERE price <> COALESCE((SELECT SUM(amount) FROM ledger WHERE task_id = voice_clones.id AND kind = 'hold'), 0)
                OR price <> COALESCE((SELECT SUM(amount) FROM ledger WHERE task_id = voice_clones.id AND kind = 'charge'), 0) ORDER BY id
                """),
        Check(
            sentence: "The count of a user's voice clones is wrong",
            wrong: """
                SELECT user_id AS id FROM voice_clone_totals WHERE total <> (SELECT COUNT(*) FROM voice_clones
                WHERE voice_clones.user_id = voice_clone_totals.user_id AND deleted_at IS NULL) ORDER BY user_id
                """),
        Check(
            sentence: "A voice clone has no sample, or a deleted one has",
            wrong: """
                SELECT id FROM voice_clones
                WHERE (deleted_at IS NULL) <> EXISTS (SELECT 1 FROM voice_samples WHERE clone_id = voice_clones.id) ORDER BY id
                """),
        Check(
            sentence: "The count of a user's waiting tasks is wrong",
            wrong: """
                SELECT user_id AS id FROM task_turns WHERE waiting <>
                (SELECT COUNT(*) FROM tasks WHERE tasks.user_id = task_turns.user_id AND tasks.lane = task_turns.lane AND state = 'queued')
                ORDER BY user_id
                """),
        Check(
            sentence: "A task waits that is in no count",
            wrong: """
                SELECT id FROM tasks WHERE state = 'queued' AND NOT EXISTS
                (SELECT 1 FROM task_turns WHERE task_turns.user_id = tasks.user_id AND task_turns.lane = tasks.lane) ORDER BY id
                """),
        Check(
            sentence: "The count of a user's tasks is wrong",
            wrong: """
                SELECT user_id AS id FROM task_totals WHERE total <> (SELECT COUNT(*) FROM tasks
                WHERE tasks.user_id = task_totals.user_id AND tasks.family = task_totals.family AND state <> 'deleted') ORDER BY user_id
                """),
        Check(
            sentence: "A task is in no count of its user's tasks",
            wrong: """
                SELECT id FROM tasks WHERE NOT EXISTS
                (SELECT 1 FROM task_totals WHERE task_totals.user_id = tasks.user_id AND task_totals.family = tasks.family) ORDER BY id
                """),
        Check(
            sentence: "The count of an account's completed tasks is wrong",
            wrong: """
                SELECT user_id AS id FROM account_totals WHERE total <> (SELECT COUNT(*) FROM tasks WHERE tasks.user_id = account_totals.user_id
                AND tasks.account = account_totals.account AND tasks.account IS NOT NULL AND state = 'completed') ORDER BY user_id
                """),
        Check(
            sentence: "A completed task is in no count of its account's",
            wrong: """
                SELECT id FROM tasks WHERE account IS NOT NULL AND state = 'completed' AND NOT EXISTS
                (SELECT 1 FROM account_totals WHERE account_totals.user_id = tasks.user_id AND account_totals.account = tasks.account) ORDER BY id
                """),
        Check(
            sentence: "A stored file has no name",
            wrong: "SELECT name AS id FROM blobs WHERE NOT EXISTS (SELECT 1 FROM files WHERE files.blob_name = blobs.name) ORDER BY name"),
        Check(
            sentence: "A task that is not completed has a file, or words",
            wrong: """
                SELECT id FROM tasks WHERE state <> 'completed' AND (EXISTS (SELECT 1 FROM files WHERE files.task_id = tasks.id)
                OR EXISTS (SELECT 1 FROM task_words WHERE task_words.task_id = tasks.id)) ORDER BY id
                """),
        Check(
            sentence: "A completed task's file is not among the files",
            wrong: """
                SELECT id FROM tasks WHERE state = 'completed' AND NOT EXISTS (SELECT 1 FROM files WHERE files.name = tasks.file_name) ORDER BY id
                """),
        Check(
            sentence: "The webhook of a finished task was not put into the outbox",
            wrong: """
                SELECT id FROM tasks WHERE state IN ('completed', 'failed') AND EXISTS (SELECT 1 FROM task_webhooks WHERE task_id = tasks.id)
                AND NOT EXISTS (SELECT 1 FROM webhook_deliveries WHERE task_id = tasks.id) ORDER BY id
                """),
        Check(
            sentence: "A webhook tells of a task that is not finished",
            wrong: """
                SELECT id FROM webhook_deliveries
                WHERE NOT EXISTS (SELECT 1 FROM tasks WHERE tasks.id = task_id AND state IN ('completed', 'failed')) ORDER BY id
                """),
    ]
}
