import Database
import Foundation
import Speech

/// A piece of speech that was asked for: what, for whom, at what price, and what became of it.
public struct SpeechTask: Sendable, Hashable {
    /// The task's id.
    public var id: String
    /// Whose it is.
    public var userID: String
    /// The family that it came by.
    public var family: TaskFamily
    /// The lane that it waits in.
    public var lane: TaskLane
    /// The account that it belongs to; nil for none.
    public var account: String?
    /// What is to be spoken.
    public var request: SpeechRequest
    /// What its family keeps with it, in a form of the family's own; nil for nothing.
    public var details: String?
    /// What it costs, in credits.
    public var price: Int
    /// Where it stands.
    public var state: TaskState
    /// How much of it is done, 0 to 1.
    public var progress: Double
    /// How often it has been begun.
    public var attempts: Int
    /// Why it failed; nil unless it did.
    public var error: String?
    /// The name of its file; nil until it is completed.
    public var fileName: String?
    /// The audio's length in seconds; nil until it is completed.
    public var duration: Double?
    /// The name of its subtitle, an SRT file; nil until it is completed, and for tasks that have none.
    public var subtitleName: String?
    /// What the subtitle was cut with, as it is stored; nil where there is none.
    var subtitleLimits: String?
    /// When it fails unless it is finished; nil for never.
    public var deadlineAt: Timestamp?
    /// When it was taken on.
    public var createdAt: Timestamp
    /// When it last changed.
    public var updatedAt: Timestamp

    /// What is read of a row.
    static let columns: SQL = """
        id, user_id, family, lane, account, request, details, price, state, progress, attempts, error, file_name, duration, subtitle_name,
        subtitle_limits, deadline_at, created_at, updated_at
        """

    /// A task of its row.
    ///
    /// - Parameter requests: What reads its request.
    init(row: Row, requests: StoredRequests) throws {
        id = try row.get("id")
        userID = try row.get("user_id")
        family = try row.choice("family")
        lane = try row.choice("lane")
        account = try row.optional("account")
        request = try requests.request(of: row.get("request"))
        details = try row.optional("details")
        price = try row.get("price")
        state = try row.choice("state")
        progress = try row.get("progress")
        attempts = try row.get("attempts")
        error = try row.optional("error")
        fileName = try row.optional("file_name")
        duration = try row.optional("duration")
        subtitleName = try row.optional("subtitle_name")
        subtitleLimits = try row.optional("subtitle_limits")
        deadlineAt = try row.optional("deadline_at")
        createdAt = try row.get("created_at")
        updatedAt = try row.get("updated_at")
    }

    /// Whether its time was over at `now`.
    func isOverdue(at now: Timestamp) -> Bool {
        deadlineAt.map { $0 <= now } ?? false
    }
}
