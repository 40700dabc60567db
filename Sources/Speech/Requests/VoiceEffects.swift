/// What is done to a voice once it has spoken. The effects can be combined; they are applied in the order in which they stand here.
public struct VoiceEffects: Sendable, Codable, Hashable {
    /// How large a body the voice comes from, its pitch and its formants alike: -100 (deep, a large one) to 100 (light, a small one).
    public var deepenLighten: Double
    /// Whether the voice keeps to one pitch.
    public var robotic: Bool
    /// How much effort is in the voice: -100 (strong: bright, even and near) to 100 (soft: dark and gentle).
    public var strongerSofter: Double
    /// Where the voice resounds: -100 (in the nose) to 100 (at the lips: crisp consonants).
    public var nasalCrisp: Double
    /// Whether the voice stands nearer: more of what is heard from 2 to 5 kHz.
    public var presence: Bool
    /// Whether it is heard through a telephone.
    public var lofiTelephone: Bool
    /// Whether single echoes answer it.
    public var spaciousEcho: Bool
    /// Whether it is heard in a large hall.
    public var auditoriumEcho: Bool

    /// The strengths that ``deepenLighten``, ``strongerSofter`` and ``nasalCrisp`` have; 0 is no effect.
    public static let strengths = -100.0...100.0

    /// No effect at all.
    public static let none = VoiceEffects()

    /// Effects; strengths out of their range are brought to the nearest one that there is.
    public init(
        deepenLighten: Double = 0, strongerSofter: Double = 0, nasalCrisp: Double = 0, spaciousEcho: Bool = false, lofiTelephone: Bool = false,
        robotic: Bool = false, auditoriumEcho: Bool = false, presence: Bool = false
    ) {
        self.deepenLighten = deepenLighten.clamped(to: Self.strengths)
        self.strongerSofter = strongerSofter.clamped(to: Self.strengths)
        self.nasalCrisp = nasalCrisp.clamped(to: Self.strengths)
        self.presence = presence
        self.spaciousEcho = spaciousEcho
        self.lofiTelephone = lofiTelephone
        self.robotic = robotic
        self.auditoriumEcho = auditoriumEcho
    }
}

extension VoiceEffects {
    private enum CodingKeys: String, CodingKey {
        case deepenLighten, robotic, strongerSofter, nasalCrisp, presence, lofiTelephone, spaciousEcho, auditoriumEcho
    }

    /// Decodes effects; those that were stored before there was presence have none.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        deepenLighten = try container.decode(Double.self, forKey: .deepenLighten)
        robotic = try container.decode(Bool.self, forKey: .robotic)
        strongerSofter = try container.decode(Double.self, forKey: .strongerSofter)
        nasalCrisp = try container.decode(Double.self, forKey: .nasalCrisp)
        presence = try container.decodeIfPresent(Bool.self, forKey: .presence) ?? false
        lofiTelephone = try container.decode(Bool.self, forKey: .lofiTelephone)
        spaciousEcho = try container.decode(Bool.self, forKey: .spaciousEcho)
        auditoriumEcho = try container.decode(Bool.self, forKey: .auditoriumEcho)
    }
}
