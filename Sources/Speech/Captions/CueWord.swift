/// A spoken word of a cue.
public struct CueWord: Sendable, Codable, Hashable {
    /// The word as the input has it.
    public var text: String
    /// When the word begins, in seconds from the start of the audio.
    public var start: Double
    /// When the word ends, in seconds from the start of the audio; never before `start`.
    public var end: Double

    /// The word `text`, heard from `start` to `end` (seconds).
    public init(text: String, start: Double, end: Double) {
        self.text = text
        self.start = start
        self.end = end
    }
}
