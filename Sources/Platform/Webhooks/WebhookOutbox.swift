import Database
import Speech

/// What is to be told of tasks, written in their own transactions: a task that is finished without its webhook waiting here does not exist.
public struct WebhookOutbox: Sendable {
    private let catalogue: VoiceCatalogue
    private let formats: [String: any WebhookFormat]

    /// An outbox for webhooks in `formats`, which tell of the voices of `catalogue` and of users' own.
    public init(catalogue: VoiceCatalogue = .system, formats: [any WebhookFormat]) {
        self.catalogue = catalogue
        self.formats = Dictionary(uniqueKeysWithValues: formats.map { ($0.name, $0) })
    }

    /// Keeps in mind that a task is to tell of its end.
    func keep(_ webhook: TaskWebhook, of taskID: String, _ connection: any DatabaseConnection) throws {
        try connection.execute(
            """
            INSERT INTO task_webhooks (task_id, url, format, link_base)
            VALUES (\(taskID), \(webhook.target.url), \(webhook.format), \(webhook.linkBase))
            """)
    }

    /// Puts in what a task that is finished tells, if anyone is to be told.
    func add(of taskID: String, requests: StoredRequests, ids: IDSource, now: Timestamp, _ connection: any DatabaseConnection) throws {
        let row = try connection.row(
            "SELECT user_id, url, format, link_base FROM task_webhooks JOIN tasks ON tasks.id = task_id WHERE task_id = \(taskID)")
        guard let row else { return }
        let (userID, url, format) = (try row.string("user_id"), try row.string("url"), try row.string("format"))
        // A task that can't be told of, because another version took it on, must not be one that can't end.
        let body = try? connection.task("id = \(taskID)", requests).flatMap { task in
            try formats[format]?.body(of: task, voice: voice(of: task, connection), linkBase: row.string("link_base"))
        }
        try connection.execute(
            """
            INSERT INTO webhook_deliveries (id, task_id, user_id, url, body, state, due_at, created_at)
            VALUES (\(ids.make()), \(taskID), \(userID), \(url), \(body ?? "{}"), 'waiting', \(now), \(now))
            """)
    }

    private func voice(of task: SpeechTask, _ connection: any DatabaseConnection) throws -> ListedVoice? {
        if let voice = catalogue.voice(task.request.voiceID) { return ListedVoice(voice) }
        return try connection.clone(named: task.request.voiceID, of: task.userID).map { ListedVoice($0) }
    }

    /// Forgets what a task was to tell, or has told: nothing more is sent of it.
    func forget(_ taskID: String, _ connection: any DatabaseConnection) throws {
        try connection.execute("DELETE FROM task_webhooks WHERE task_id = \(taskID)")
    }
}
