/// A text divided into the units of captions, each with its time and the worth of a cut behind it.
struct CaptionText {
    /// A pause between two words that is longer than so many milliseconds ends a cue.
    private static let longPause = 1500

    private(set) var units: [CaptionUnit]

    /// - Parameters:
    ///   - words: The spoken words; without one, there are no units.
    ///   - width: The most characters of a line.
    init(_ text: String, language: String?, words: [SpokenWord], width: Int) {
        units = words.isEmpty ? [] : CaptionReader(text, width: width).units
        guard !units.isEmpty else { return }
        rateBreaks(.clause, at: TextBoundaries.clauseEnds(in: text))
        rateBreaks(.clause, at: units.filter(\.beginsLine).map(\.range.lowerBound))
        rateBreaks(.sentence, at: TextBoundaries.sentences(in: text, language: language).map(\.lowerBound))
        assign(words)
        for group in groups() { time(group, by: words) }
    }

    /// Rates the breaks between the units that have one of `offsets` (ascending) between them.
    private mutating func rateBreaks(_ rating: CaptionBreak, at offsets: [Int]) {
        var offsets = offsets[...]
        for index in units.indices.dropLast() {
            while let offset = offsets.first, offset < units[index].range.upperBound { offsets.removeFirst() }
            guard let offset = offsets.first else { return }
            if offset <= units[index + 1].range.lowerBound { units[index].breakAfter = rating }
        }
    }

    /// Gives each unit the words that begin in it, or in the space behind it.
    private mutating func assign(_ words: [SpokenWord]) {
        var next = 0
        for index in units.indices {
            let first = next
            let end = index + 1 < units.count ? units[index + 1].range.lowerBound : Int.max
            while next < words.count, words[next].range.lowerBound < end { next += 1 }
            units[index].words = first..<next
            let continues = first > 0 && words[first - 1].range.upperBound > units[index].range.lowerBound
            units[index].isSpoken = units[index].isSpoken || continues || first < next
        }
    }

    /// The units divided so that each group has one unit in which words begin, the marks that lead up to it, and all that follows without a time.
    private func groups() -> [Range<Int>] {
        var starts: [Int] = []
        for index in units.indices where !units[index].words.isEmpty {
            var start = index
            while start > 0, units[start - 1].isLeading { start -= 1 }
            starts.append(starts.isEmpty ? 0 : start)
        }
        return zip(starts, starts.dropFirst() + [units.count]).map { $0..<$1 }
    }

    /// Divides the time of a group's words among its spoken units by their widths.
    private mutating func time(_ group: Range<Int>, by words: [SpokenWord]) {
        let spoken = units[group].reduce(into: 0..<0) { $0 = $0.isEmpty ? $1.words : $0 }
        let start = words[spoken.lowerBound].start
        let duration = words[spoken.upperBound - 1].end - start
        let total = units[group].reduce(0) { $0 + ($1.isSpoken ? $1.width : 0) }
        var sum = 0
        for index in group {
            let from = start + duration * sum / total
            if units[index].isSpoken { sum += units[index].width }
            units[index].time = from..<start + duration * sum / total
            let isBound = index + 1 < group.upperBound && !(units[index].isSpoken && units[index + 1].isSpoken)
            if isBound { units[index].breakAfter = .bound }
        }
        let pause = group.lowerBound > 0 ? start - units[group.lowerBound - 1].time.upperBound : 0
        units[group.lowerBound].followsPause = pause > Self.longPause
    }
}
