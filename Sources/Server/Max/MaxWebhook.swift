import Hummingbird
import Platform

/// How this family tells of a task that is finished.
public struct MaxWebhook: WebhookFormat {
    /// The name of the format, for whoever asks for one.
    static let formatName = "max"

    /// Webhooks of this family.
    public init() {}

    public var name: String {
        Self.formatName
    }

    public func body(of task: SpeechTask, voice: ListedVoice?, linkBase: String) throws -> String {
        try Response.jsonText(CallbackBody(task, base: linkBase, showsSubtitle: false))
    }
}
