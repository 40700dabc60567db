/// What is measured of a speaker, in a recording or in what an engine speaks.
public struct SpeakerMeasures: Sendable, Hashable {
    /// The seconds of speech that were measured, without silences.
    public var seconds = 0.0
    /// The median pitch in Hz; 0 where nothing is voiced.
    public var pitch = 0.0
    /// How far the pitch moves about that: a standard deviation in semitones, by the quartiles.
    public var pitchSpread = 0.0
    /// Syllables in a second of speech.
    public var pace = 0.0
    /// The medians of the first three formants in Hz; none where nothing is voiced.
    public var formants: [Double] = []
    /// How much louder the harmonics are than the breath between them, in dB: the less, the breathier.
    public var harmonicity = 0.0
    /// By how many dB an octave the voiced sounds' spectrum rises, usually below 0.
    public var tilt = 0.0
    /// The mean level of speech: the natural logarithm of its mean square, full scale at 1.
    public var level = 0.0
    /// The cepstra of all moments in order, one every 10 ms; nil where there is no speech.
    public var moments: [[Float]?] = []
    /// The pitch of each of those moments in Hz; 0 where there is no voice.
    public var pitches: [Double] = []
    /// The envelopes of voiced sounds.
    public var voiced = EnvelopeStatistics()
    /// The envelopes of the other sounds.
    public var unvoiced = EnvelopeStatistics()

    /// Nothing measured yet.
    public init() {}
}
