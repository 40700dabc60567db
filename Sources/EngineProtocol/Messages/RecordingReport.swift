/// What a host tells of a recording in which a speaker can be measured.
public struct RecordingReport: Sendable, Codable, Hashable {
    /// The recording's length in seconds.
    public var duration: Double
    /// How many seconds of it are speech.
    public var speech: Double

    /// A report with everything given.
    public init(duration: Double, speech: Double) {
        self.duration = duration
        self.speech = speech
    }
}
