import Speech

/// The body of `POST /labs/task`.
struct LabsSpeechRequest: SpeechOrder {
    let speechRequest: SpeechRequest
    private let kept: LabsTaskDetails
    private let callbackURL: String?

    /// The speeds of this family.
    private static let speeds = 0.7...1.2

    /// - Throws: ``RequestError``.
    init(_ fields: RequestFields) throws(RequestError) {
        let input = try fields.requiredString("input", mayBeEmpty: true)
        let voiceID = try fields.requiredString("voice_id")
        let model = try fields.requiredChoice("model_id", of: LabsModel.self)
        let usual = Delivery.usual
        let delivery = Delivery(
            stability: try fields.number("stability", in: Delivery.degrees) ?? usual.stability,
            similarity: try fields.number("similarity", in: Delivery.degrees) ?? usual.similarity,
            style: try fields.number("style", in: Delivery.degrees) ?? usual.style,
            speakerBoost: try fields.boolean("use_speaker_boost") ?? usual.speakerBoost)
        let speed = try fields.number("speed", in: Self.speeds) ?? 1
        callbackURL = try fields.string("call_back_url")
        kept = LabsTaskDetails(modelID: model.rawValue, voiceID: voiceID, delivery: delivery, speed: speed)
        speechRequest = SpeechRequest(text: input, voiceID: voiceID, prosody: Prosody(speed: speed), pauses: .all, delivery: delivery)
    }

    var details: String? {
        get throws { try kept.json }
    }

    var callback: SpeechCallback? {
        callbackURL.map { SpeechCallback(url: $0, field: "call_back_url", format: LabsWebhook.formatName) }
    }
}
