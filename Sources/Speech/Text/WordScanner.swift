/// One pass over a text's grapheme clusters that finds its words.
struct WordScanner {
    private let bytes: [UInt8]
    private var kinds: [WordCharacter] = []
    /// Where each cluster begins, and the text's end.
    private var starts: [Int] = []
    /// ICU's boundaries in UTF-8 bytes, ascending; empty in a text that needs no dictionary.
    private var dictionaryBoundaries: [Int] = []
    private var boundaryCursor = 0
    private var ranges: [Range<Int>] = []

    init(text: String) {
        bytes = Array(text.utf8)
        var offset = 0
        for character in text {
            kinds.append(WordCharacter(character))
            starts.append(offset)
            offset += character.utf8.count
        }
        starts.append(offset)
        if kinds.contains(.dictionary) {
            dictionaryBoundaries = Self.boundaries(in: text)
        }
    }

    /// The text's words in UTF-8 bytes.
    mutating func scan() -> [Range<Int>] {
        var index = 0
        while index < kinds.count {
            guard kinds[index] != .space else {
                index += 1
                continue
            }
            let end = endOfRun(from: index) { $0 != .space }
            scan(run: index..<end)
            index = end
        }
        return ranges
    }

    /// What stands between two white spaces.
    private mutating func scan(run: Range<Int>) {
        let found = ranges.count
        let isLink = isLink(run)
        var index = run.lowerBound
        while index < run.upperBound {
            let isDictionary = kinds[index] == .dictionary
            let end = endOfRun(from: index) { $0 != .space && ($0 == .dictionary) == isDictionary }
            if isDictionary {
                divideByDictionary(index..<end)
            } else {
                divideByMarks(index..<end, isLink: isLink)
            }
            index = end
        }
        if ranges.count == found {
            addLoneSymbols(of: run)
        }
    }

    private func endOfRun(from index: Int, while belongs: (WordCharacter) -> Bool) -> Int {
        var end = index
        while end < kinds.count, belongs(kinds[end]) { end += 1 }
        return end
    }

    private mutating func divideByDictionary(_ piece: Range<Int>) {
        var start = piece.lowerBound
        for index in piece.dropFirst() where isDictionaryBoundary(starts[index]) {
            add(start..<index)
            start = index
        }
        add(start..<piece.upperBound)
    }

    /// Offsets are asked for in ascending order, so one cursor serves the whole text.
    private mutating func isDictionaryBoundary(_ offset: Int) -> Bool {
        while boundaryCursor < dictionaryBoundaries.count, dictionaryBoundaries[boundaryCursor] < offset { boundaryCursor += 1 }
        return boundaryCursor < dictionaryBoundaries.count && dictionaryBoundaries[boundaryCursor] == offset
    }

    private mutating func divideByMarks(_ piece: Range<Int>, isLink: Bool) {
        var start = piece.lowerBound
        var index = start
        while index < piece.upperBound {
            let length = lengthOfSeparator(at: index, in: piece, isLink: isLink)
            if length > 0 {
                addTrimmed(start..<index)
                start = index + length
            }
            index += max(1, length)
        }
        addTrimmed(start..<piece.upperBound)
    }

    /// How many clusters at `index` part the words on both sides; 0 if the one there belongs to a word.
    private func lengthOfSeparator(at index: Int, in piece: Range<Int>, isLink: Bool) -> Int {
        switch kinds[index] {
        case .dash, .ellipsis, .wide: return 1
        case .digitJoiner: return isBetweenDigits(index, in: piece) ? 0 : 1
        case .hyphen, .dot:
            guard !isLink else { return 0 }
            let kind = kinds[index]
            let length = min(endOfRun(from: index) { $0 == kind }, piece.upperBound) - index
            return length > 1 ? length : 0
        default: return 0
        }
    }

    private func isBetweenDigits(_ index: Int, in piece: Range<Int>) -> Bool {
        index > piece.lowerBound && index + 1 < piece.upperBound && kinds[index - 1] == .digit && kinds[index + 1] == .digit
    }

    private mutating func addTrimmed(_ piece: Range<Int>) {
        var lower = piece.lowerBound
        var upper = piece.upperBound
        while lower < upper, !beginsWord(at: lower, before: upper) { lower += 1 }
        while lower < upper, !isSpoken(kinds[upper - 1]) { upper -= 1 }
        add(lower..<upper)
    }

    /// Whether a word can begin here: with what is spoken, or with the sign or point of a number.
    private func beginsWord(at index: Int, before end: Int) -> Bool {
        switch kinds[index] {
        case .hyphen, .dot: index + 1 < end && kinds[index + 1] == .digit
        case let kind: isSpoken(kind)
        }
    }

    private func isSpoken(_ kind: WordCharacter) -> Bool {
        kind.isLetterOrDigit || kind == .symbol
    }

    private mutating func addLoneSymbols(of run: Range<Int>) {
        let isLone = { (kind: WordCharacter) in kind == .emoji || kind == .loneSymbol }
        guard let first = kinds[run].firstIndex(where: isLone), let last = kinds[run].lastIndex(where: isLone) else { return }
        add(first..<last + 1)
    }

    private mutating func add(_ clusters: Range<Int>) {
        guard !clusters.isEmpty else { return }
        ranges.append(starts[clusters.lowerBound]..<starts[clusters.upperBound])
    }

    /// An address of a page or of mail, in which dots and hyphens part nothing.
    private func isLink(_ run: Range<Int>) -> Bool {
        let run = bytes[starts[run.lowerBound]..<starts[run.upperBound]]
        return run.indices.contains { index in
            switch run[index] {
            case UInt8(ascii: "@"): true
            case UInt8(ascii: ":"): run[index...].starts(with: "://".utf8)
            case UInt8(ascii: "w"): run[index...].starts(with: "www.".utf8)
            default: false
            }
        }
    }

    /// ICU's word boundaries, carried over from UTF-16 to UTF-8 in one pass.
    private static func boundaries(in text: String) -> [Int] {
        let found = BreakRule.word.boundaries(in: Array(text.utf16), language: nil)
        var boundaries: [Int] = []
        boundaries.reserveCapacity(found.count)
        var cursor = 0
        var utf16 = 0
        var utf8 = 0
        for scalar in text.unicodeScalars where cursor < found.count {
            utf16 += UTF16.width(scalar)
            utf8 += UTF8.width(scalar)
            if found[cursor] == utf16 {
                boundaries.append(utf8)
                cursor += 1
            }
        }
        return boundaries
    }
}
