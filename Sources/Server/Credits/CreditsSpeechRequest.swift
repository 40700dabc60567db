import Speech

/// The body of `POST /api/v1/tts`.
///
/// Encoded, it is what tells one request from another: whatever has an effect is in it.
struct CreditsSpeechRequest: SpeechOrder {
    /// The formats of this family.
    private enum Format: String, CaseIterable {
        case mp3, wav, opus, pcm

        var audio: AudioFormat {
            switch self {
            case .mp3: .mp3
            case .wav: .wav
            case .opus: .opus
            case .pcm: .pcm
            }
        }
    }

    /// What is to be spoken.
    let speechRequest: SpeechRequest
    private let webhookURL: String?

    var callback: SpeechCallback? {
        webhookURL.map { SpeechCallback(url: $0, field: "webhookUrl", format: CreditsWebhook.formatName) }
    }

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) throws(RequestError) {
        let text = try fields.requiredString("text", mayBeEmpty: true)
        let voiceID = try fields.requiredString("voiceId")
        webhookURL = try fields.string("webhookUrl")
        let format = try fields.choice("format", of: Format.self) ?? .mp3
        speechRequest = SpeechRequest(text: text, voiceID: voiceID, encoding: .standard(format.audio))
    }
}
