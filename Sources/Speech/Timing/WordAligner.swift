/// Brings together what an engine tells (marks, which are parts of words or several words) and what a reader sees as words.
public enum WordAligner {
    /// The times of `words` (UTF-8 ranges in text order), from an engine's `marks` in the order in which they were heard.
    ///
    /// A mark belongs to the first word that it has a part of: it may begin with a sign before that (`<b>`). Words without a mark of their own, which an engine runs together with a neighbour ("of the"),
    /// share the neighbour's time by their lengths.
    ///
    /// - Parameter sampleRate: Samples a second of the marks.
    /// - Returns: A timing a word, in order; each begins where the one before it ends, or later.
    public static func timings(of words: [Range<Int>], marks: [SpokenMark], sampleRate: Int) -> [WordTiming] {
        guard !words.isEmpty, !marks.isEmpty else { return [] }
        return inOrder(
            shared(heard(words, marks: marks), words: words).enumerated().map { index, span in
                WordTiming(
                    range: words[index], start: Double(span.lowerBound) / Double(sampleRate), end: Double(span.upperBound) / Double(sampleRate))
            })
    }

    /// The samples of each word's own marks; nil for a word that has none.
    private static func heard(_ words: [Range<Int>], marks: [SpokenMark]) -> [Range<Int>?] {
        var spans: [Range<Int>?] = Array(repeating: nil, count: words.count)
        for mark in marks {
            guard let index = index(of: mark.range, in: words) else { continue }
            let span = spans[index] ?? mark.samples
            spans[index] = min(span.lowerBound, mark.samples.lowerBound)..<max(span.upperBound, mark.samples.upperBound)
        }
        return spans
    }

    private static func index(of mark: Range<Int>, in words: [Range<Int>]) -> Int? {
        var lower = 0
        var upper = words.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if words[middle].upperBound <= mark.lowerBound { lower = middle + 1 } else { upper = middle }
        }
        return lower < words.count && words[lower].lowerBound < max(mark.upperBound, mark.lowerBound + 1) ? lower : nil
    }

    /// Gives the words without a span a part of the span before them, or at the start of the one after them.
    private static func shared(_ spans: [Range<Int>?], words: [Range<Int>]) -> [Range<Int>] {
        guard let first = spans.firstIndex(where: { $0 != nil }) else { return words.map { _ in 0..<0 } }
        var shared: [Range<Int>] = []
        var index = 0
        while index < spans.count {
            var end = index == 0 ? first + 1 : index + 1
            while end < spans.count, spans[end] == nil { end += 1 }
            shared += split(spans[max(index, index == 0 ? first : index)] ?? 0..<0, by: words[index..<end].map(\.count))
            index = end
        }
        return shared
    }

    /// Cuts `span` into parts that are as long as `weights` are to each other.
    private static func split(_ span: Range<Int>, by weights: [Int]) -> [Range<Int>] {
        let total = max(1, weights.reduce(0, +))
        var sum = 0
        return weights.map { weight in
            let lower = span.lowerBound + span.count * sum / total
            sum += weight
            return lower..<(span.lowerBound + span.count * sum / total)
        }
    }

    private static func inOrder(_ timings: [WordTiming]) -> [WordTiming] {
        var last = 0.0
        return timings.map { timing in
            let start = max(last, timing.start)
            last = max(start, timing.end)
            return WordTiming(range: timing.range, start: start, end: last)
        }
    }
}
