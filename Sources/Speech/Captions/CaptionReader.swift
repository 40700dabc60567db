/// A machine that reads a text by grapheme clusters and divides it into the units of captions.
struct CaptionReader {
    /// So many marks stay with a word on each side whatever the line's limit; of a longer run, each so many are a unit.
    private static let mostMarks = 8

    /// The units that are whole.
    private(set) var units: [CaptionUnit] = []
    private let width: Int
    private let words: [Range<Int>]
    private var nextWord = 0
    private var lineStarts: ArraySlice<Int>
    private var offset = 0
    /// The marks since the last spoken cluster of the unit.
    private var marks = 0
    private var unit: CaptionUnit?
    private var isAfterSpace = false
    private var isAfterNewline = true

    /// - Parameter width: The most characters of a line.
    init(_ text: String, width: Int) {
        self.width = width
        words = TextBoundaries.words(in: text)
        lineStarts = TextBoundaries.lineStarts(in: text, words: words)[...]
        for character in text { read(character) }
        finishUnit()
    }

    private mutating func read(_ character: Character) {
        let end = offset + character.utf8.count
        if character.isBlank {
            finishUnit()
            isAfterSpace = true
            isAfterNewline = isAfterNewline || character.unicodeScalars.contains(where: \.isNewline)
        } else {
            let isSpoken = isSpoken()
            if startsUnit(isSpoken: isSpoken) { finishUnit() }
            add(character, isSpoken: isSpoken, end: end)
        }
        offset = end
    }

    private mutating func isSpoken() -> Bool {
        while nextWord < words.count, words[nextWord].upperBound <= offset { nextWord += 1 }
        return nextWord < words.count && words[nextWord].lowerBound <= offset
    }

    private mutating func startsUnit(isSpoken: Bool) -> Bool {
        while let start = lineStarts.first, start < offset { lineStarts.removeFirst() }
        if lineStarts.first == offset { return true }
        guard let unit, !isSpoken else { return false }
        return marks >= (unit.isSpoken ? Self.mostMarks : min(Self.mostMarks, width))
    }

    private mutating func add(_ character: Character, isSpoken: Bool, end: Int) {
        var unit = self.unit ?? CaptionUnit(range: offset..<offset, hasSpaceBefore: isAfterSpace, beginsLine: isAfterNewline)
        unit.range = unit.range.lowerBound..<end
        unit.width += 1
        unit.isSpoken = unit.isSpoken || isSpoken
        unit.isOpening = unit.isOpening && character.isOpeningMark
        marks = isSpoken ? 0 : marks + 1
        self.unit = unit
        isAfterSpace = false
        isAfterNewline = false
    }

    private mutating func finishUnit() {
        if let unit { units.append(unit) }
        unit = nil
        marks = 0
    }
}
