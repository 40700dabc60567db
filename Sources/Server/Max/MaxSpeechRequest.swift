import Platform
import Speech

/// The body of `POST /max/tasks`.
struct MaxSpeechRequest: SpeechOrder {
    let speechRequest: SpeechRequest
    private let kept: MaxTaskDetails
    private let callbackURL: String?

    /// The longest title, in characters.
    private static let titleLimit = 500
    /// The pitches of this family, in semitones.
    private static let pitches = -12...12

    /// - Parameter find: Finds a voice that may be named: it says which language a text is read in where none is asked for.
    /// - Throws: ``RequestError``, and what `find` throws.
    init(_ fields: RequestFields, find: (String) async throws -> ListedVoice?) async throws {
        let text = try fields.requiredString("text", mayBeEmpty: true)
        let voiceID = try fields.requiredString("voice_id")
        let title = try fields.string("title") ?? ""
        guard title.unicodeScalars.count <= Self.titleLimit else {
            throw RequestError.invalid(field: "title", "has at most \(Self.titleLimit) characters")
        }
        guard title.isParagraph else {
            throw RequestError.invalid(field: "title", "holds no control characters but tabs and newlines, and no marks that turn its direction")
        }
        let model = try fields.choice("model_id", of: MaxModel.self) ?? .hd25Preview
        let speed = try fields.number("speed", in: Prosody.speeds) ?? 1
        let pitch = try fields.integer("pitch", in: Self.pitches) ?? 0
        let volume = try fields.number("volume", in: SpeechRequest.volumes) ?? 1
        let language = try MaxLanguage.read(fields, allowsAutomatic: true)
        let isClone = try fields.boolean("is_clone") ?? false
        callbackURL = try fields.string("call_back_url")
        let voice = try await find(voiceID)
        if isClone, let voice, voice.clone == nil {
            throw RequestError.invalid(field: "is_clone", "is true, but voice_id names no voice clone of yours")
        }
        let request = SpeechRequest(
            text: text, voiceID: voiceID, prosody: Prosody(speed: speed, pitch: Double(pitch)), volume: volume, pauses: .all, language: language?.tag)
        let used = language ?? voice.flatMap { PublishedLanguage(voiceLanguage: request.languageUsed(by: $0.voice)) }
        kept = MaxTaskDetails(
            title: title, modelID: model.rawValue, voiceID: voiceID, language: used?.name ?? MaxLanguage.automatic, isClone: isClone)
        speechRequest = request
    }

    var details: String? {
        get throws { try kept.json }
    }

    var callback: SpeechCallback? {
        callbackURL.map { SpeechCallback(url: $0, field: "call_back_url", format: MaxWebhook.formatName) }
    }
}
