/// What makes a voice sound different from the engine's voice that it is spoken with.
///
/// Pitch, range and rate are the voice's usual ones, on which what a request asks for comes on top. What an engine can't do is left out: Flite's
/// `kal16` has no formants to move, and Flite has neither breath nor roughness.
public struct Timbre: Sendable, Codable, Hashable {
    /// Semitones above the engine's voice: -12 to 18.
    public var pitch: Double
    /// Times its range of pitch: 0.25 to 2.
    public var range: Double
    /// Times its speed: 0.6 to 1.6.
    public var rate: Double
    /// Times its formants, which a shorter vocal tract raises: 0.8 to 1.3.
    public var formants: Double
    /// How much breath goes with it: 0 to 1.
    public var breath: Double
    /// How rough it is: 0 to 7.
    public var roughness: Double

    /// The pitches that there are, in semitones.
    public static let pitches = -12.0...18.0
    /// The ranges of pitch that there are.
    public static let ranges = 0.25...2.0
    /// The speeds that there are.
    public static let rates = 0.6...1.6
    /// The ratios of formants that there are.
    public static let formantRatios = 0.8...1.3
    /// The amounts of breath that there are.
    public static let breaths = 0.0...1.0
    /// The degrees of roughness that there are.
    public static let roughnesses = 0.0...7.0

    /// The engine's voice as it is.
    public static let plain = Timbre()

    /// A timbre; values out of their ranges are brought to the nearest one that there is.
    public init(
        pitch: Double = 0, range: Double = 1, rate: Double = 1, formants: Double = 1, breath: Double = 0, roughness: Double = 0
    ) {
        self.pitch = pitch.clamped(to: Self.pitches)
        self.range = range.clamped(to: Self.ranges)
        self.rate = rate.clamped(to: Self.rates)
        self.formants = formants.clamped(to: Self.formantRatios)
        self.breath = breath.clamped(to: Self.breaths)
        self.roughness = roughness.clamped(to: Self.roughnesses)
    }
}
