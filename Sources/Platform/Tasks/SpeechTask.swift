import Database
import Foundation
import Speech

/// A piece of speech that was asked for: what, for whom, at what price, and what became of it.
public struct SpeechTask: Sendable, Hashable {
    /// The task's id.
    public var id: String
    /// Whose it is.
    public var userID: String
    /// What is to be spoken.
    public var request: SpeechRequest
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
    /// When it was taken on.
    public var createdAt: Timestamp
    /// When it last changed.
    public var updatedAt: Timestamp

    init(row: Row) throws {
        id = try row.get("id")
        userID = try row.get("user_id")
        request = try JSONDecoder().decode(SpeechRequest.self, from: Data(try row.get("request", as: String.self).utf8))
        price = try row.get("price")
        guard let state = TaskState(rawValue: try row.get("state")) else { throw PlatformError.notFound("The task is in a state that there is not.") }
        self.state = state
        progress = try row.get("progress")
        attempts = try row.get("attempts")
        error = try row.optional("error")
        fileName = try row.optional("file_name")
        duration = try row.optional("duration")
        createdAt = try row.get("created_at")
        updatedAt = try row.get("updated_at")
    }
}
