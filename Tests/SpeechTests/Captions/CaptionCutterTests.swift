import Speech
import TestSupport
import Testing

@Suite struct CaptionCutterTests {
    /// Words of a third of a second each, one after the other.
    private func timed(_ text: String, wordLength: Double = 0.3) -> [WordTiming] {
        TextBoundaries.words(in: text).enumerated().map { index, range in
            WordTiming(range: range, start: Double(index) * wordLength, end: Double(index + 1) * wordLength)
        }
    }

    private func lines(_ text: String, _ width: Int = 42, _ height: Int = 2) -> [[String]] {
        let words = timed(text)
        let limits = CaptionLimits(charactersPerLine: width, linesPerCue: height)
        return CaptionCutter.cues(text: text, words: words, duration: words.last?.end ?? 1, limits: limits).map(\.lines)
    }

    @Test func `an empty text has no cue`() {
        #expect(CaptionCutter.cues(text: "", words: [], duration: 1).isEmpty)
        #expect(CaptionCutter.cues(text: "Hello", words: [], duration: 1).isEmpty)
        #expect(CaptionCutter.cues(text: "", words: [WordTiming(range: 0..<5, start: 0, end: 1)], duration: 1).isEmpty)
        #expect(CaptionCutter.cues(text: "Hello", words: timed("Hello"), duration: 0).isEmpty)
        #expect(CaptionCutter.cues(text: "Hello", words: timed("Hello"), duration: .nan).isEmpty)
    }

    @Test func `the usual limits are 42 characters, 2 lines and 7 seconds`() {
        #expect(CaptionLimits() == CaptionLimits(charactersPerLine: 42, linesPerCue: 2, secondsPerCue: 7))
    }

    @Test func `a cue shows the input's own text with single spaces`() {
        #expect(lines(" «  Hello,\n\tDr. O’Neil… »  (3.14)! ") == [["« Hello, Dr. O’Neil… » (3.14)!"]])
        #expect(lines("- One.\n- Two — yes") == [["- One. - Two — yes"]])
    }

    @Test func `lines are balanced`() {
        #expect(lines("The quick brown fox jumps over the lazy dog today") == [["The quick brown fox jumps", "over the lazy dog today"]])
    }

    @Test func `lines rather end with a clause`() {
        let text = "When it rained last Sunday, everybody stayed in the house"
        #expect(lines(text) == [["When it rained last Sunday,", "everybody stayed in the house"]])
    }

    @Test func `cues rather end with a sentence`() {
        let text = "This is the first sentence of them all. And here comes the second one, which is longer than the first. Third."
        #expect(
            lines(text).map { $0.joined(separator: " ") } == [
                "This is the first sentence of them all.", "And here comes the second one, which is longer than the first. Third.",
            ])
    }

    @Test func `long sentences are cut after a clause`() {
        let text = "The river had risen over night and stood high under the old bridge, so nobody dared to cross it before noon of the next day"
        #expect(
            lines(text).map { $0.joined(separator: " ") } == [
                "The river had risen over night and stood high under the old bridge,", "so nobody dared to cross it before noon of the next day",
            ])
    }

    @Test func `a long pause ends a cue`() {
        let text = "One « two »"
        let words = [WordTiming(range: 0..<3, start: 0, end: 0.4), WordTiming(range: 7..<10, start: 2, end: 2.5)]
        let cues = CaptionCutter.cues(text: text, words: words, duration: 3)
        #expect(cues.map(\.lines) == [["One"], ["« two »"]])
        #expect(cues.map(\.start) == [0, 2])
        #expect(cues.map(\.end) == [0.833, 2.833])
    }

    @Test func `a cue stays for reading no longer than the limit, the next cue or the audio`() {
        let words = [WordTiming(range: 0..<3, start: 0, end: 0.1), WordTiming(range: 4..<7, start: 2, end: 2.1)]
        let ends = { (seconds: Double, duration: Double) in
            CaptionCutter.cues(text: "One two", words: words, duration: duration, limits: CaptionLimits(secondsPerCue: seconds)).map(\.end)
        }
        #expect(ends(0.5, 3) == [0.5, 2.5])
        #expect(ends(7, 2.25) == [0.833, 2.25])
    }

    @Test func `the limit of seconds ends a cue, and one long word may break it`() {
        let words = timed("a b c d e f", wordLength: 1)
        let cues = CaptionCutter.cues(text: "a b c d e f", words: words, duration: 6, limits: CaptionLimits(secondsPerCue: 2))
        #expect(cues.map(\.lines) == [["a b"], ["c d"], ["e f"]])
        let long = CaptionCutter.cues(
            text: "aah ooh", words: timed("aah ooh", wordLength: 5), duration: 10, limits: CaptionLimits(secondsPerCue: 2))
        #expect(long.map { [$0.start, $0.end] } == [[0, 5], [5, 10]])
    }

    @Test func `a word longer than a line has a line of its own`() {
        #expect(lines("a incomprehensibilities b", 10, 1) == [["a"], ["incomprehensibilities"], ["b"]])
    }

    @Test func `Chinese and Japanese lines keep their punctuation`() {
        #expect(lines("我们今天去北京，「明天」去上海。", 8, 2).first == ["我们今天去北京，", "「明天」去上海。"])
        for width in 1...12 {
            for line in lines("他说：「今天，（真的）很好。」然后，走了！", width, 2).joined() {
                #expect(!"，。：」）！".contains(line.prefix(1)) && !"「（".contains(line.suffix(1)), "\(line)")
            }
        }
    }

    @Test func `Thai lines are cut between words`() {
        let text = "วันนี้อากาศดีมาก เราไปเดินเล่นที่สวนสาธารณะกันเถอะ"
        let words = TextBoundaries.words(in: text).map { String(text.utf8Slice($0)) }
        for width in 5...20 {
            let lines = lines(text, width, 2).joined()
            // Each line is whole words: what the words are that it begins with, all of them make.
            #expect(lines.joined().filter { !$0.isWhitespace } == words.joined())
            #expect(lines.flatMap { line in TextBoundaries.words(in: line).map { String(line.utf8Slice($0)) } } == words)
            #expect(lines.allSatisfy { $0.count <= width || words.contains($0) })
        }
    }

    @Test func `right-to-left text stays in logical order`() {
        #expect(lines("مرحبا بالعالم، كيف حالك؟") == [["مرحبا بالعالم، كيف حالك؟"]])
        #expect(lines("שלום (עולם) abc 12!") == [["שלום (עולם) abc 12!"]])
    }

    @Test func `characters are grapheme clusters`() {
        #expect(lines("👨‍👩‍👧 e\u{301}e\u{301} 🇫🇷", 6, 1) == [["👨‍👩‍👧 e\u{301}e\u{301} 🇫🇷"]])
    }

    @Test func `a long run of marks is cut where it breaks the limit`() {
        let cues = lines("Hello!!!!!!!!!!!!!!!!!!!!!!!! ******************** world", 10, 2)
        #expect(cues.joined().allSatisfy { $0.count <= 10 || $0 == "Hello!!!!!!!!" })
    }

    @Test func `words heard at one moment share the time up to the next`() {
        let text = "a b c d"
        let words = [0, 2, 4, 6].map { WordTiming(range: $0..<$0 + 1, start: $0 < 6 ? 1 : 2.5, end: $0 < 6 ? 1 : 3) }
        let cues = CaptionCutter.cues(text: text, words: words, duration: 3, limits: CaptionLimits(charactersPerLine: 1, linesPerCue: 1))
        #expect(cues.map(\.start) == [1, 1.5, 2, 2.5])
    }

    @Test func `words heard at the very end have cues before it`() {
        let words = [0, 2, 4].map { WordTiming(range: $0..<$0 + 1, start: 1, end: 1) }
        let cues = CaptionCutter.cues(text: "a b c", words: words, duration: 1, limits: CaptionLimits(charactersPerLine: 1, linesPerCue: 1))
        #expect(cues.map { [$0.start, $0.end] } == [[0.997, 0.998], [0.998, 0.999], [0.999, 1]])
    }

    @Test func `in an audio of few milliseconds cues are put together`() {
        let text = "a b c d"
        let words = timed(text, wordLength: 0.0005)
        let cues = CaptionCutter.cues(text: text, words: words, duration: 0.002, limits: CaptionLimits(charactersPerLine: 1, linesPerCue: 1))
        #expect(cues.map(\.lines) == [["a", "b"], ["c", "d"]])
        #expect(cues.map(\.end) == [0.001, 0.002])
    }

    @Test func `a cue has its words`() {
        let cues = CaptionCutter.cues(text: "One, two.", words: timed("One, two."), duration: 1)
        #expect(cues.map(\.words) == [[CueWord(text: "One", start: 0, end: 0.3), CueWord(text: "two", start: 0.3, end: 0.6)]])
    }

    @Test func `ranges outside the text or inside a character do no harm`() {
        let ranges = [-5..<(-2), 0..<0, 1..<2, 2..<900, 800..<900, Int.max - 1..<Int.max]
        let words = ranges.enumerated().map { WordTiming(range: $1, start: Double($0), end: Double($0) + 0.5) }
        #expect(CaptionCutter.cues(text: "你好 wörld", words: words, duration: 10).flatMap(\.lines).joined(separator: " ") == "你好 wörld")
    }

    @Test func `time is linear whatever the limits`() {
        let text = String(repeating: "我们今天去北京，a b. ", count: 1500)
        let words = timed(text, wordLength: 0.001)
        let limits = CaptionLimits(charactersPerLine: .max, linesPerCue: .max, secondsPerCue: .infinity)
        let time = ProcessorTime.measure {
            for duration in [0.001, 1e6] {
                let cues = CaptionCutter.cues(text: text, words: words, duration: duration, limits: limits)
                #expect(!cues.isEmpty)
            }
        }
        #expect(time < .seconds(20))
    }
}
