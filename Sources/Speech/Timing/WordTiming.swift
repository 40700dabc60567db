/// One word of a text: where it stands, and when it is heard.
public struct WordTiming: Sendable, Codable, Hashable {
    /// The word's place in the text, in UTF-8 bytes from its start.
    public var range: Range<Int>
    /// When the word begins, in seconds from the start of the audio.
    public var start: Double
    /// When the word ends, in seconds from the start of the audio; never before `start`.
    public var end: Double

    /// A word at `range` of the text (UTF-8 bytes), heard from `start` to `end` (seconds).
    public init(range: Range<Int>, start: Double, end: Double) {
        self.range = range
        self.start = start
        self.end = end
    }
}
