import Database
import WebClient

/// A try to deliver a webhook, and what came of it.
public struct WebhookTry: Sendable, Hashable {
    /// When it began.
    public var startedAt: Timestamp
    /// How long it took, in milliseconds.
    public var milliseconds: Int
    /// The status that answered it; nil where nothing did.
    public var status: Int?
    /// Why nothing answered it, a sentence; nil where something did.
    public var error: String?

    init(startedAt: Timestamp, duration: Duration, outcome: WebhookOutcome) {
        self.startedAt = startedAt
        milliseconds = max(0, Int(duration / .milliseconds(1)))
        switch outcome {
        case .success(let answer): status = answer.status
        case .failure(let failure): error = failure.message
        }
    }

    init(row: Row) throws {
        startedAt = try row.get("started_at")
        milliseconds = try row.get("duration")
        status = try row.optional("status")
        error = try row.optional("error")
    }
}
