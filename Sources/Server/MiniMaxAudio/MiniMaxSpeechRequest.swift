import Platform
import Speech

/// The body of `POST /v1/minimax/audio/create-mp3`.
///
/// Encoded, it is what tells one request from another: what is meant, however it was said.
struct MiniMaxSpeechRequest: Encodable {
    private enum CodingKeys: String, CodingKey {
        case account
        case speechRequest
    }

    /// The account that is named; nil for none.
    let account: String?
    /// What is to be spoken.
    let speechRequest: SpeechRequest
    /// What is kept with the task.
    let details: MiniMaxTaskDetails

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) throws(RequestError) {
        let text = try fields.requiredString("text", mayBeEmpty: true)
        let voiceID = try fields.requiredString("voice_id")
        account = try fields.string("account")
        let language = try Self.language(fields)
        let emotion = try Self.emotion(fields)
        let prosody = Prosody(
            speed: try fields.number("speed", in: Prosody.speeds) ?? 1, pitch: try fields.number("pitch", in: Prosody.pitches) ?? 0)
        let effects = try Self.effects(fields)
        speechRequest = SpeechRequest(
            text: text, voiceID: voiceID, prosody: prosody, volume: try fields.number("vol", in: SpeechRequest.volumes) ?? 1,
            encoding: .standard(.mp3), effects: effects == .none ? nil : effects, pauses: .number, emotion: emotion.choice, language: language.tag)
        details = MiniMaxTaskDetails(emotion: emotion.asked, languageBoost: language.asked, title: speechRequest.title)
    }

    /// The account that is meant: who names none has but the one that everyone has.
    var meantAccount: String {
        account ?? Account.localName
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(meantAccount, forKey: .account)
        try container.encode(speechRequest, forKey: .speechRequest)
    }

    private static func language(_ fields: RequestFields) throws(RequestError) -> (asked: String, tag: String?) {
        let asked = try fields.string("language_boost") ?? MiniMaxTaskDetails.automatic
        guard !isAutomatic(asked) else { return (asked, nil) }
        guard let language = PublishedLanguage(name: asked) else {
            throw .invalid(field: "language_boost", "is Auto or a tag_name of voice_tag_language in GET audio/config: English, Chinese (Mandarin), …")
        }
        return (asked, language.tag)
    }

    private static func emotion(_ fields: RequestFields) throws(RequestError) -> (asked: String, choice: EmotionChoice) {
        let asked = try fields.string("emotion") ?? MiniMaxTaskDetails.automatic
        guard !isAutomatic(asked) else { return (asked, .automatic) }
        guard let emotion = Emotion(rawValue: asked.lowercased()) else {
            throw .invalid(field: "emotion", "is one of " + (["Auto"] + Emotion.allCases.map(\.rawValue)).joined(separator: ", "))
        }
        return (asked, .chosen(emotion))
    }

    private static func isAutomatic(_ word: String) -> Bool {
        word.lowercased() == MiniMaxTaskDetails.automatic.lowercased()
    }

    private static func effects(_ fields: RequestFields) throws(RequestError) -> VoiceEffects {
        VoiceEffects(
            deepenLighten: try fields.number("deepen_lighten", in: VoiceEffects.strengths) ?? 0,
            strongerSofter: try fields.number("stronger_softer", in: VoiceEffects.strengths) ?? 0,
            nasalCrisp: try fields.number("nasal_crisp", in: VoiceEffects.strengths) ?? 0,
            spaciousEcho: try fields.boolean("spacious_echo") ?? false, lofiTelephone: try fields.boolean("lofi_telephone") ?? false,
            robotic: try fields.boolean("robotic") ?? false, auditoriumEcho: try fields.boolean("auditorium_echo") ?? false)
    }
}
