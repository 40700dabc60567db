/// What is to be spoken, by whom, how, and what comes out: the one form that every family and the command line translate to.
public struct SpeechRequest: Sendable, Codable, Hashable {
    /// The text, as its author wrote it.
    public var text: String
    /// The catalogue's id of the voice.
    public var voiceID: String
    /// How the voice speaks.
    public var prosody: Prosody
    /// Times the usual loudness: 0 (silence) to 10; 1 is -16 LUFS.
    public var volume: Double
    /// The file that comes out.
    public var encoding: AudioEncoding
    /// What is done to the voice once it has spoken; nil for nothing.
    public var effects: VoiceEffects?
    /// The ways of writing pauses into the text that count.
    public var pauses: PauseSyntax
    /// The emotion that is asked for.
    public var emotion: EmotionChoice
    /// The language that the text is read in, as a BCP 47 tag, also by a voice of another; nil to have it detected.
    public var language: String?
    /// How the voice delivers the text.
    public var delivery: Delivery

    /// The volumes that there are.
    public static let volumes = 0.0...10.0

    /// A request with the usual prosody, volume and MP3, without effects and pauses, neutral, and in the language that its
    /// text is in, unless they are given.
    public init(
        text: String, voiceID: String, prosody: Prosody = .usual, volume: Double = 1, encoding: AudioEncoding = .standard(.mp3),
        effects: VoiceEffects? = nil, pauses: PauseSyntax = [], emotion: EmotionChoice = .chosen(.neutral),
        language: String? = nil, delivery: Delivery = .usual
    ) {
        self.text = text
        self.voiceID = voiceID
        self.prosody = prosody
        self.volume = volume.clamped(to: Self.volumes)
        self.encoding = encoding
        self.effects = effects
        self.pauses = pauses
        self.emotion = emotion
        self.language = language
        self.delivery = delivery
    }
}

extension SpeechRequest {
    private enum CodingKeys: String, CodingKey {
        case text, voiceID, prosody, volume, encoding, effects, pauses, emotion, language, delivery
    }

    /// Decodes a request; one that was stored before there were pauses, emotions and languages has none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        text = try container.decode(String.self, forKey: .text)
        voiceID = try container.decode(String.self, forKey: .voiceID)
        prosody = try container.decode(Prosody.self, forKey: .prosody)
        volume = try container.decode(Double.self, forKey: .volume)
        encoding = try container.decode(AudioEncoding.self, forKey: .encoding)
        effects = try container.decodeIfPresent(VoiceEffects.self, forKey: .effects)
        pauses = try container.decodeIfPresent(PauseSyntax.self, forKey: .pauses) ?? []
        emotion = try container.decodeIfPresent(EmotionChoice.self, forKey: .emotion) ?? .chosen(.neutral)
        language = try container.decodeIfPresent(String.self, forKey: .language)
        delivery = try container.decodeIfPresent(Delivery.self, forKey: .delivery) ?? .usual
    }
}
