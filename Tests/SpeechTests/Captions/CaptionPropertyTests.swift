import Speech
import TestSupport
import Testing

/// What holds of the captions of any text, whatever its timings and the limits.
@Suite struct CaptionPropertyTests {
    @Test(arguments: 0..<10)
    func `all rules hold for texts of chance`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<110 {
            let text = RandomText.make(count: 25, using: &generator)
            let ranges = TextBoundaries.words(in: text)
            let words = spoken(ranges, using: &generator)
            let duration = (words.last?.end ?? 0) + Double.random(in: 0.01...2, using: &generator)
            let limits = limits(using: &generator)
            let cues = CaptionCutter.cues(text: text, words: words, duration: duration, limits: limits)
            expectWhole(cues, of: text, words: words)
            expectOrder(cues, duration: duration)
            expectLines(cues, of: text, limits: limits)
            expectTimes(cues, words: words, limits: limits)
            expectMarks(cues.flatMap(\.lines), of: text, limits: limits)
            expectWordsWhole(cues.flatMap(\.lines), of: text)
        }
    }

    @Test(arguments: 10..<14)
    func `odd timings give no odd cues`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let text = RandomText.make(count: 25, using: &generator)
            let duration = [0.001, 0.004, 0.5, 5, 60][Int.random(in: 0..<5, using: &generator)]
            let words = TextBoundaries.words(in: text).filter { _ in Bool.random(using: &generator) }.map { range in
                let times: [Double] = [0, duration, duration / 2, -1, .nan, .infinity, 1e300, Double.random(in: 0...duration, using: &generator)]
                let time = (0..<2).map { _ in times[Int.random(in: 0..<times.count, using: &generator)] }
                return WordTiming(range: range, start: time[0], end: time[1])
            }
            let limits = limits(using: &generator)
            let cues = CaptionCutter.cues(text: text, words: words, duration: duration, limits: limits)
            expectWhole(cues, of: text, words: words)
            expectOrder(cues, duration: duration)
            if duration > 1 { expectLines(cues, of: text, limits: limits) }
        }
    }

    // MARK: Chance

    private func spoken(_ ranges: [Range<Int>], using generator: inout SeededGenerator) -> [WordTiming] {
        var time = Double.random(in: 0...1, using: &generator)
        return ranges.map { range in
            let start = time
            let end = start + Double.random(in: 0.02...1, using: &generator)
            time = end + (Int.random(in: 0..<6, using: &generator) == 0 ? Double.random(in: 0...3, using: &generator) : 0)
            return WordTiming(range: range, start: start, end: end)
        }
    }

    private func limits(using generator: inout SeededGenerator) -> CaptionLimits {
        CaptionLimits(
            charactersPerLine: Int.random(in: 1...60, using: &generator), linesPerCue: Int.random(in: 1...4, using: &generator),
            secondsPerCue: Double.random(in: 0.1...10, using: &generator))
    }

    // MARK: Rules

    private func visible(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }

    /// Nothing is lost or added: neither text nor words.
    private func expectWhole(_ cues: [Cue], of text: String, words: [WordTiming]) {
        guard !words.isEmpty else {
            #expect(cues.isEmpty)
            return
        }
        #expect(visible(cues.flatMap(\.lines).joined()) == visible(text))
        #expect(cues.flatMap(\.words).map(\.text) == words.map { String(text.utf8Slice($0.range)) })
    }

    /// Cues are in order, disjoint, not empty, within the audio, and in milliseconds.
    private func expectOrder(_ cues: [Cue], duration: Double) {
        var last = 0.0
        for cue in cues {
            #expect(cue.start >= last && cue.end > cue.start && cue.end <= duration)
            #expect([cue.start, cue.end].allSatisfy { ($0 * 1000).rounded() / 1000 == $0 })
            #expect(!cue.lines.isEmpty && cue.lines.allSatisfy { !visible($0).isEmpty })
            last = cue.end
        }
    }

    /// Lines keep the limits but for one word alone, and have single spaces inside them only.
    private func expectLines(_ cues: [Cue], of text: String, limits: CaptionLimits) {
        for cue in cues {
            #expect(cue.lines.count <= limits.linesPerCue)
            for line in cue.lines {
                let isOneWord = !line.contains(" ") && TextBoundaries.words(in: line).count == 1
                #expect(line.count <= limits.charactersPerLine || isOneWord, "\(line)")
                #expect(line.split(separator: " ", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }, "\(line)")
            }
        }
    }

    /// A cue begins with its first word or later, holds no long pause, and keeps the limit of time but for one word alone.
    private func expectTimes(_ cues: [Cue], words: [WordTiming], limits: CaptionLimits) {
        var words = words[...]
        for cue in cues {
            let own = words.prefix(cue.words.count)
            words = words.dropFirst(cue.words.count)
            #expect(cue.end - cue.start <= limits.secondsPerCue + 1e-9 || own.count == 1)
            guard let first = own.first, let last = own.last else { continue }
            #expect(cue.start >= first.start - 1e-8 && cue.start < first.start + 0.05)
            #expect(cue.end >= last.end - 0.001)
            #expect(zip(own, own.dropFirst()).allSatisfy { $1.start - $0.end <= 1.502 })
        }
    }

    /// No line begins with a closing mark or ends with an opening one, where a letter stands on its other side.
    private func expectMarks(_ lines: [String], of text: String, limits: CaptionLimits) {
        let input = Array(text.unicodeScalars)
        let visible = input.indices.filter { !input[$0].properties.isWhitespace }
        var start = 0
        for line in lines {
            let end = start + self.visible(line).count
            if start > 0, isLetter(input[visible[start] - 1]) {
                #expect(!["，", "。", "、", "」", "）", "？", ")", "।", "”"].contains(input[visible[start]]), "\(line)")
            }
            if end < visible.count, visible[end] == visible[end - 1] + 1, isLetter(input[visible[end]]) {
                #expect(!["「", "（", "(", "¿", "“"].contains(input[visible[end - 1]]), "\(line)")
            }
            start = end
        }
    }

    /// No line begins in the midst of a word (Chinese, Japanese and Thai ones are ICU's) or of a character with its marks.
    private func expectWordsWhole(_ lines: [String], of text: String) {
        let words = TextBoundaries.words(in: text)
        let scalars = text.unicodeScalars
        let offset = { (index: String.Index) in text.utf8.distance(from: text.startIndex, to: index) }
        let visible = scalars.indices.filter { !scalars[$0].properties.isWhitespace }.map(offset)
        // A mark may stand behind white space, which no line keeps.
        let spaces = scalars.indices.filter { scalars[$0].properties.isWhitespace }
        let characters = Set(text.indices.map(offset) + spaces.map { offset(scalars.index(after: $0)) })
        var next = 0
        for line in lines {
            let start = visible[next]
            #expect(!words.contains { $0.lowerBound < start && start < $0.upperBound }, "\(line)")
            #expect(characters.contains(start), "\(line)")
            next += self.visible(line).count
        }
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic
    }
}
