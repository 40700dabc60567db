/// What an engine tells of a word as it speaks: its place in the text and its samples.
public struct SpokenMark: Sendable, Hashable {
    /// The place in the utterance's text, in UTF-8 bytes.
    public var range: Range<Int>
    /// The samples in which it is heard, from the utterance's first.
    public var samples: Range<Int>

    /// The place `range` (UTF-8 bytes), heard in `samples`.
    public init(range: Range<Int>, samples: Range<Int>) {
        self.range = range
        self.samples = samples
    }
}
