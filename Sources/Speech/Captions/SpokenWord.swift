/// A word with its time in whole milliseconds, put in order with its neighbours.
struct SpokenWord {
    /// The word's place in the text, in UTF-8 bytes.
    let range: Range<Int>
    /// When the word begins: rounded up, so that no cue begins before its word.
    var start: Int
    /// When the word ends: not before `start`, nor after the next word's start or the audio's end.
    var end: Int

    /// The words in the order of the text. Times that are out of order are moved up to the time before, and words that would begin at one and the
    /// same moment share the time up to the next.
    ///
    /// - Parameter duration: The audio's length in milliseconds.
    static func inOrder(_ words: [WordTiming], duration: Int) -> [SpokenWord] {
        var spoken: [SpokenWord] = []
        var earliest = 0
        for word in sorted(words) {
            let start = max(earliest, milliseconds(word.start, atMost: duration) ?? earliest)
            let end = max(start, milliseconds(word.end, atMost: duration) ?? start)
            spoken.append(SpokenWord(range: word.range, start: start, end: end))
            earliest = start
        }
        spread(&spoken, duration: duration)
        for index in spoken.indices.dropLast() {
            spoken[index].end = min(spoken[index].end, spoken[index + 1].start)
        }
        return spoken
    }

    /// Seconds in milliseconds, rounded up but for what is lost in binary fractions; nil for what is no time.
    private static func milliseconds(_ seconds: Double, atMost limit: Int) -> Int? {
        guard seconds.isFinite else { return nil }
        return Int((min(max(0, seconds * 1000), Double(limit)) - 1e-6).rounded(.up))
    }

    private static func sorted(_ words: [WordTiming]) -> [WordTiming] {
        let isSorted = zip(words, words.dropFirst()).allSatisfy { $0.range.lowerBound <= $1.range.lowerBound }
        return isSorted ? words : words.sorted { ($0.range.lowerBound, $0.start) < ($1.range.lowerBound, $1.start) }
    }

    /// Gives words with one start a part each of the time until the last of them ends, or the next word begins.
    private static func spread(_ words: inout [SpokenWord], duration: Int) {
        var first = 0
        while first < words.count {
            let start = words[first].start
            var next = first + 1
            while next < words.count, words[next].start == start { next += 1 }
            if next - first > 1 {
                let limit = next < words.count ? words[next].start : duration
                let lastEnd = words[first..<next].reduce(start) { max($0, $1.end) }
                let end = lastEnd > start ? min(lastEnd, limit) : limit
                share(start..<end, among: first..<next, of: &words)
            }
            first = next
        }
    }

    private static func share(_ time: Range<Int>, among indices: Range<Int>, of words: inout [SpokenWord]) {
        for index in indices {
            words[index].start = time.lowerBound + time.count * (index - indices.lowerBound) / indices.count
            words[index].end = time.lowerBound + time.count * (index + 1 - indices.lowerBound) / indices.count
        }
    }
}
