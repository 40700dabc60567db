/// A speaker in numbers that people read, as a profile keeps them.
public struct SpeakerDescription: Sendable, Codable, Hashable {
    /// The median pitch in Hz.
    public var pitch: Double
    /// How far the pitch moves about that: a standard deviation in semitones.
    public var pitchSpread: Double
    /// Syllables in a second of speech.
    public var pace: Double
    /// The medians of the first three formants in Hz.
    public var formants: [Double]
    /// How long the vocal tract is that has such formants, in cm; nil where there are none.
    public var vocalTractLength: Double?
    /// How much louder the harmonics are than the breath between them, in dB.
    public var harmonicity: Double
    /// By how many dB an octave the voiced sounds' spectrum rises.
    public var tilt: Double

    /// The description of what was measured.
    public init(_ measures: SpeakerMeasures) {
        pitch = measures.pitch
        pitchSpread = measures.pitchSpread
        pace = measures.pace
        formants = measures.formants
        vocalTractLength = Self.vocalTractLength(measures.formants)
        harmonicity = measures.harmonicity
        tilt = measures.tilt
    }

    /// A tube that is closed at one end resounds at c/4L and its odd multiples; of a measured set of formants, that which fits best (D. Reby and
    /// K. McComb, "Anatomical constraints generate honesty", 2003). c is 350 m/s, in warm and moist air.
    private static func vocalTractLength(_ formants: [Double]) -> Double? {
        guard !formants.isEmpty else { return nil }
        let odd = formants.indices.map { Double(2 * $0 + 1) / 2 }
        let spacing = zip(odd, formants).reduce(0) { $0 + $1.0 * $1.1 } / odd.reduce(0) { $0 + $1 * $1 }
        return spacing > 0 ? 35_000 / (2 * spacing) : nil
    }
}
