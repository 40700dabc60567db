import Speech

/// The body of `POST /api/v1/tts`.
struct CreditsSpeechRequest {
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

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) throws(RequestError) {
        let text = try fields.requiredString("text", mayBeEmpty: true)
        let voiceID = try fields.requiredString("voiceId")
        let format = try fields.choice("format", of: Format.self) ?? .mp3
        speechRequest = SpeechRequest(text: text, voiceID: voiceID, encoding: .standard(format.audio))
    }
}
