/// A silence as it came out: between which words, and when.
public struct HeardSilence: Sendable, Hashable {
    /// Where it stands in the text, in UTF-8 bytes: words that begin here or later come behind it.
    public var position: Int
    /// When it begins and ends, in seconds from the start of the audio.
    public var time: Range<Double>

    /// A silence at `position` (UTF-8 bytes), heard during `time` (seconds).
    public init(position: Int, time: Range<Double>) {
        self.position = position
        self.time = time
    }

    /// `words` (in text order), the last before the silence ending where it begins, and the first behind it beginning where it ends.
    public func parting(_ words: [WordTiming]) -> [WordTiming] {
        var words = words
        for index in words.indices {
            if words[index].range.lowerBound < position {
                words[index].start = min(words[index].start, time.lowerBound)
                words[index].end = min(words[index].end, time.lowerBound)
            } else {
                words[index].start = max(words[index].start, time.upperBound)
                words[index].end = max(words[index].end, time.upperBound)
            }
        }
        let next = words.firstIndex { $0.range.lowerBound >= position } ?? words.endIndex
        if next > 0 { words[next - 1].end = time.lowerBound }
        if next < words.endIndex { words[next].start = time.upperBound }
        return words
    }
}
