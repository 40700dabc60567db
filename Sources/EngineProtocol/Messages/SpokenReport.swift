import Speech

/// What a host tells of a segment that it spoke.
public struct SpokenReport: Sendable, Codable, Hashable {
    /// Samples a second.
    public var sampleRate: Int
    /// How many samples it has.
    public var sampleCount: Int
    /// Its words: places in the segment's text, seconds from the segment's start.
    public var words: [WordTiming]
    /// How loud it is behind the request's effects, block by block, for the loudness of the whole.
    public var loudness: Loudness

    /// A report with everything given.
    public init(sampleRate: Int, sampleCount: Int, words: [WordTiming], loudness: Loudness) {
        self.sampleRate = sampleRate
        self.sampleCount = sampleCount
        self.words = words
        self.loudness = loudness
    }
}
