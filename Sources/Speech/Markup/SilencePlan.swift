/// Where a text's pauses fall: between which words, and in which of the segments that it is spoken in.
public struct SilencePlan: Sendable, Hashable {
    /// The silences, each with all that is written from its first pause to the next word; pauses without a word between them are one silence.
    public let silences: [Pause]
    /// Where the word before each silence ends, in UTF-8 bytes; 0 where there is none.
    private let wordEnds: [Int]

    /// The silences of a text.
    public init(_ text: MarkedText) {
        let words = text.pauses.isEmpty ? [] : TextBoundaries.words(in: text.plain).filter { SpeechRequest.isSpoken(text.plain.utf8Slice($0)) }
        var silences: [Pause] = []
        var wordEnds: [Int] = []
        var next = 0
        for pause in text.pauses {
            while next < words.count, words[next].lowerBound < pause.range.upperBound { next += 1 }
            let end = next < words.count ? words[next].lowerBound : text.plain.utf8.count
            if let last = silences.last, last.range.upperBound == end {
                silences[silences.count - 1].milliseconds += pause.milliseconds
            } else {
                silences.append(Pause(range: pause.range.lowerBound..<end, milliseconds: pause.milliseconds))
                wordEnds.append(next > 0 ? words[next - 1].upperBound : 0)
            }
        }
        self.silences = silences
        self.wordEnds = wordEnds
    }

    /// `segments` (ranges that cover the text without a gap), moved so that each silence is in the segment of the word before it.
    public func fitted(_ segments: [Range<Int>]) -> [Range<Int>] {
        guard !silences.isEmpty else { return segments }
        var starts: [Int] = []
        var next = 0
        for segment in segments {
            var start = segment.lowerBound
            while next < silences.count, silences[next].range.upperBound < start { next += 1 }
            if next < silences.count, start > wordEnds[next], start < silences[next].range.upperBound { start = silences[next].range.upperBound }
            if starts.last.map({ $0 < start }) ?? true { starts.append(start) }
        }
        let count = segments.last?.upperBound ?? 0
        return zip(starts, starts.dropFirst() + [count]).map { $0..<$1 }.filter { !$0.isEmpty }
    }

    /// The silences inside `segment`, with their places counted from its start.
    public func silences(in segment: Range<Int>) -> [Pause] {
        silences.filter { segment.contains($0.range.lowerBound) }.map {
            Pause(range: $0.range.lowerBound - segment.lowerBound..<$0.range.upperBound - segment.lowerBound, milliseconds: $0.milliseconds)
        }
    }

    /// Whether a silence ends where a segment begins.
    public func endsSilence(at start: Int) -> Bool {
        silences.contains { $0.range.upperBound == start }
    }
}
