/// Cuts a spoken text into captions.
public enum CaptionCutter {
    /// The cues of a text as it was spoken.
    ///
    /// - A cue shows the input's own text: all that is visible of it, with single spaces for white space, and punctuation with its word.
    /// - Cues follow the words: none begins before its first word, overlaps another, is empty, or ends after the audio. A pause of more than 1.5 s
    ///   ends one. A cue stays for reading after its last word where there is room before the next.
    /// - No limit is broken unless one word alone (with the punctuation on it) breaks it.
    /// - Cues end with sentences rather than with clauses, and with clauses rather than between other words.
    ///
    /// Words that are spoken but have no timing share the time of the timed word before them. Where words are said to be heard at one and the same
    /// moment, cues are moved by milliseconds; in an audio of fewer milliseconds than cues, cues are put together.
    ///
    /// - Parameters:
    ///   - text: The input as it was written.
    ///   - words: The words that were spoken, with their places in `text`. Without any, there are no cues.
    ///   - duration: The audio's length in seconds. In one shorter than a millisecond, there are no cues.
    ///   - limits: How much a cue shows, and for how long.
    ///   - language: The text's language (BCP 47), which helps to find its sentences; nil if it is not known.
    /// - Returns: The cues in order, their times in whole milliseconds.
    public static func cues(
        text: String, words: [WordTiming], duration: Double, limits: CaptionLimits = CaptionLimits(), language: String? = nil
    ) -> [Cue] {
        let milliseconds = duration > 0 ? Int(min(duration, 1e7) * 1000 + 1e-6) : 0
        guard milliseconds > 0 else { return [] }
        let words = SpokenWord.inOrder(words, duration: milliseconds)
        let units = CaptionText(text, language: language, words: words, width: limits.width).units
        let plan = merged(CuePlan.cues(of: units, limits: limits), atMost: milliseconds)
        let times = CueTimes(
            spoken: plan.map { spokenTime(of: units[$0]) }, widths: plan.map { width(of: units[$0]) },
            limit: limits.milliseconds, duration: milliseconds
        ).times
        return zip(plan, times).map { range, time in
            Cue(
                start: seconds(time.lowerBound), end: seconds(time.upperBound),
                lines: LineLayout.lines(of: units[range], width: limits.width).map { line(units[$0], of: text) },
                words: cueWords(of: units[range], words: words, time: time, text: text))
        }
    }

    /// Puts neighbours together until there are no more than `count`.
    private static func merged(_ plan: [Range<Int>], atMost count: Int) -> [Range<Int>] {
        guard plan.count > count else { return plan }
        return (0..<count).map { index in
            let first = plan[index * plan.count / count]
            let last = plan[(index + 1) * plan.count / count - 1]
            return first.lowerBound..<last.upperBound
        }
    }

    private static func spokenTime(of units: ArraySlice<CaptionUnit>) -> Range<Int> {
        let start = (units.first(where: \.isSpoken) ?? units.first)?.time.lowerBound ?? 0
        let end = units.last(where: \.isSpoken)?.time.upperBound ?? start
        return start..<max(start, end)
    }

    private static func width(of units: ArraySlice<CaptionUnit>) -> Int {
        units.reduce(0) { $0 + $1.width + ($1.hasSpaceBefore ? 1 : 0) }
    }

    private static func line(_ units: ArraySlice<CaptionUnit>, of text: String) -> String {
        var line = ""
        for (index, unit) in units.enumerated() {
            if index > 0, unit.hasSpaceBefore { line += " " }
            line += text.utf8Slice(unit.range)
        }
        return line
    }

    /// The words that begin in a cue, their times brought into the cue's.
    private static func cueWords(of units: ArraySlice<CaptionUnit>, words: [SpokenWord], time: Range<Int>, text: String) -> [CueWord] {
        units.flatMap(\.words).compactMap { index in
            let word = text.utf8Slice(words[index].range)
            guard !word.isEmpty else { return nil }
            let start = min(max(words[index].start, time.lowerBound), time.upperBound)
            let end = min(max(words[index].end, start), time.upperBound)
            return CueWord(text: String(word), start: seconds(start), end: seconds(end))
        }
    }

    private static func seconds(_ milliseconds: Int) -> Double {
        Double(milliseconds) / 1000
    }
}
