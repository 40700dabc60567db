/// What a caption shows at one time.
public struct Cue: Sendable, Codable, Hashable {
    /// When the cue appears, in seconds from the start of the audio, in whole milliseconds.
    public var start: Double
    /// When the cue disappears, in seconds from the start of the audio, in whole milliseconds; after `start`.
    public var end: Double
    /// The cue's text, a line each, in logical order.
    public var lines: [String]
    /// The spoken words of the cue, in order.
    public var words: [CueWord]

    /// A cue that shows `lines` from `start` to `end` (seconds).
    public init(start: Double, end: Double, lines: [String], words: [CueWord] = []) {
        self.start = start
        self.end = end
        self.lines = lines
        self.words = words
    }
}
