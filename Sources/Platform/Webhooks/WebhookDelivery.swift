import Database

/// A webhook: what is, or was, to be told, and whether it was taken.
public struct WebhookDelivery: Sendable, Hashable {
    /// Its id, the same at every try.
    public var id: String
    /// The task that it tells of.
    public var taskID: String
    /// The name of the task's user.
    public var userName: String
    /// Where it is sent.
    public var url: String
    /// Where it stands.
    public var state: WebhookState
    /// How often it was tried, since it was last to be delivered anew.
    public var attempts: Int
    /// When it is tried next; nil when it will not be.
    public var dueAt: Timestamp?
    /// When the task was finished.
    public var createdAt: Timestamp
    /// When it was taken or given up; nil while it waits.
    public var endedAt: Timestamp?

    /// Where it is sent, without the query, which may hold secrets.
    public var urlWithoutQuery: String {
        String(url.prefix { !"?#".contains($0) })
    }

    static let columns: SQL = """
        webhook_deliveries.id, task_id, users.name AS user_name, url, state, attempts, due_at, webhook_deliveries.created_at, ended_at
        """

    init(row: Row) throws {
        id = try row.get("id")
        taskID = try row.get("task_id")
        userName = try row.get("user_name")
        url = try row.get("url")
        guard let state = WebhookState(rawValue: try row.get("state")) else {
            throw PlatformError.notFound("The webhook is in a state that there is not.")
        }
        self.state = state
        attempts = try row.get("attempts")
        dueAt = state == .waiting ? try row.get("due_at") : nil
        createdAt = try row.get("created_at")
        endedAt = try row.optional("ended_at")
    }
}
