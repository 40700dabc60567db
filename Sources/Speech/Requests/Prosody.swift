/// How a voice is to speak, beside what it says.
public struct Prosody: Sendable, Codable, Hashable {
    /// Times the voice's usual speed: 0.5 to 2.
    public var speed: Double
    /// Semitones above the voice's usual pitch: -12 to 12.
    public var pitch: Double
    /// Times the voice's usual range of pitch: 0 (monotone) to 2.
    public var pitchRange: Double

    /// The speeds that are spoken.
    public static let speeds = 0.5...2.0
    /// The pitches that are spoken, in semitones.
    public static let pitches = -12.0...12.0
    /// The ranges of pitch that are spoken.
    public static let pitchRanges = 0.0...2.0

    /// The voice as it usually speaks.
    public static let usual = Prosody()

    /// A prosody; values out of their ranges are brought to the nearest one that is spoken.
    public init(speed: Double = 1, pitch: Double = 0, pitchRange: Double = 1) {
        self.speed = speed.clamped(to: Self.speeds)
        self.pitch = pitch.clamped(to: Self.pitches)
        self.pitchRange = pitchRange.clamped(to: Self.pitchRanges)
    }
}
