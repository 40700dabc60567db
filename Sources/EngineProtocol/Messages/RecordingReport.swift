import Speech

/// What a host tells of a recording in which a speaker can be measured.
public struct RecordingReport: Sendable, Codable, Hashable {
    /// The kind of file that it is.
    public var format: RecordingFormat
    /// The recording's length in seconds.
    public var duration: Double
    /// How many seconds of it are speech.
    public var speech: Double

    /// A report with everything given.
    public init(format: RecordingFormat, duration: Double, speech: Double) {
        self.format = format
        self.duration = duration
        self.speech = speech
    }
}
