import Hummingbird
import Platform

/// How this family tells of a task that is finished: what `GET /api/v1/tts/{id}` would answer then.
public struct CreditsWebhook: WebhookFormat {
    /// The name of the format, for whoever asks for one.
    static let formatName = "credits"

    /// Webhooks in this format.
    public init() {}

    public var name: String {
        Self.formatName
    }

    public func body(of task: SpeechTask, voice: ListedVoice?, linkBase: String) throws -> String {
        try Response.jsonText(CreditsSpeechAnswer(task, voice: voice, base: linkBase))
    }
}
