import Speech

/// What came of a request.
public struct Narration: Sendable, Hashable {
    /// Each word's place in the text and its time in the audio.
    public var words: [WordTiming]
    /// The audio's length in seconds.
    public var duration: Double
    /// The file's length in bytes.
    public var size: Int
}
