/// How a voice delivers a text, in the terms of ElevenLabs' voice settings.
public struct Delivery: Sendable, Codable, Hashable {
    /// How even the voice is: 0 (its pitch varies most) to 1 (least).
    public var stability: Double
    /// How near a clone keeps to its original: from 0, where the colour is the engine's own, to 0.75 and more, where it is all of the profile's. Voices that
    /// are no clones are what they are, whatever it says.
    public var similarity: Double
    /// How expressive the voice is beyond its usual: 0 (not at all) to 1.
    public var style: Double
    /// Whether the voice is nearer: with more of the presence from 2 to 5 kHz, at the same loudness.
    public var speakerBoost: Bool

    /// The values of ``stability``, ``similarity`` and ``style``.
    public static let degrees = 0.0...1.0

    /// From which similarity on a clone is as near as it comes: the usual one.
    private static let fullSimilarity = 0.75

    /// How much of a clone's profile is heard: 0 to 1.
    var profileShare: Double {
        min(1, similarity / Self.fullSimilarity)
    }

    /// The voice as it usually speaks.
    public static let usual = Delivery()

    /// A delivery; values out of their ranges are brought to the nearest one that there is.
    public init(stability: Double = 0.5, similarity: Double = 0.75, style: Double = 0, speakerBoost: Bool = false) {
        self.stability = stability.clamped(to: Self.degrees)
        self.similarity = similarity.clamped(to: Self.degrees)
        self.style = style.clamped(to: Self.degrees)
        self.speakerBoost = speakerBoost
    }
}
