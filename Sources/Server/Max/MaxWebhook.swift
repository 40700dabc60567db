import Hummingbird
import Platform
import Speech

/// How this family tells of a task that is finished.
public struct MaxWebhook: WebhookFormat {
    /// The name of the format, for whoever asks for one.
    static let formatName = "max"

    private struct Body: Encodable {
        var error: String
        var id: String
        var input: String
        var result: String
    }

    /// Webhooks of this family.
    public init() {}

    public var name: String {
        Self.formatName
    }

    public func body(of task: SpeechTask, voice: ListedVoice?, linkBase: String) throws -> String {
        try Response.jsonText(
            Body(error: task.error ?? "", id: task.id, input: task.request.text, result: task.audioLink(base: linkBase) ?? ""))
    }
}
