import Hummingbird
import Platform
import Speech

/// How this family tells of a task that is finished: what `GET /api/v1/tts/{id}` would answer then.
public struct CreditsWebhook: WebhookFormat {
    /// The name of the format, for whoever asks for one.
    static let formatName = "credits"

    private let voices: VoiceCatalogue

    /// Webhooks about speech by `voices`.
    public init(voices: VoiceCatalogue) {
        self.voices = voices
    }

    public var name: String {
        Self.formatName
    }

    public func body(of task: SpeechTask, linkBase: String) throws -> String {
        try Response.jsonText(CreditsSpeechAnswer(task, voice: voices.voice(task.request.voiceID), base: linkBase))
    }
}
