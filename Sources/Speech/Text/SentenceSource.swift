/// A text made ready for the search for sentences: what its lines and addresses say, and what ICU is to read.
///
/// All indices are of `scalars`.
struct SentenceSource {
    /// The text's Unicode scalars.
    let scalars: [Unicode.Scalar]
    /// Where a sentence begins whatever stands before it: after a blank line, and at a list item. Ascending.
    private(set) var lineStarts: [Int] = []
    /// Runs of printable ASCII that are addresses or paths. Ascending.
    private(set) var links: [Range<Int>] = []
    /// The text in UTF-16 as ICU reads it: line ends are spaces, and an ellipsis before a space is a full stop.
    private var units: [UInt16] = []

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        units.reserveCapacity(scalars.count)
        var index = 0
        while index < scalars.count {
            switch scalars[index] {
            case let scalar where scalar.properties.isWhitespace: index = readSpace(from: index)
            case "\u{2026}": index = readEllipsis(from: index)
            case "!"..."~" where index == 0 || !("!"..."~").contains(scalars[index - 1]):
                readLink(from: index)
                index = append(from: index, to: index + 1)
            default: index = append(from: index, to: index + 1)
            }
        }
    }

    /// Where sentences may begin by ICU's rules, or do by the text's lines; ascending, moved over white space, never 0 nor the text's end.
    func candidates(language: String?) -> [Int] {
        var found: [Int] = []
        var lines = lineStarts[...]
        for boundary in boundaries(language: language) {
            let start = start(near: boundary)
            while let line = lines.first, line <= start {
                lines.removeFirst()
                if line < start { found.append(line) }
            }
            if start < scalars.count, found.last.map({ $0 < start }) ?? true { found.append(start) }
        }
        return found
    }

    /// The UTF-8 offsets of ascending indices.
    func utf8Offsets(of indices: [Int]) -> [Int] {
        var offsets: [Int] = []
        var index = 0
        var offset = 0
        for wanted in indices {
            while index < wanted {
                offset += UTF8.width(scalars[index])
                index += 1
            }
            offsets.append(offset)
        }
        return offsets
    }

    /// ICU's sentence boundaries.
    private func boundaries(language: String?) -> [Int] {
        var boundaries: [Int] = []
        var index = 0
        var unit = 0
        for boundary in BreakRule.sentence.boundaries(in: units, language: language) {
            while unit < boundary {
                unit += UTF16.width(scalars[index])
                index += 1
            }
            boundaries.append(index)
        }
        return boundaries
    }

    /// A boundary moved behind the white space there; where there is none, before the opening marks that ICU counts with the closing ones.
    private func start(near boundary: Int) -> Int {
        var start = end(ofSpaceAt: boundary)
        while start <= boundary, start > 0, start < scalars.count, scalars[start - 1].isOpeningMark { start -= 1 }
        return start
    }

    private func end(ofSpaceAt start: Int) -> Int {
        var end = start
        while end < scalars.count, scalars[end].properties.isWhitespace { end += 1 }
        return end
    }

    private mutating func append(from start: Int, to end: Int) -> Int {
        for scalar in scalars[start..<end] { units.append(contentsOf: scalar.utf16) }
        return end
    }

    private mutating func readSpace(from start: Int) -> Int {
        let end = end(ofSpaceAt: start)
        let space = scalars[start..<end]
        units.append(contentsOf: repeatElement(UInt16(0x20), count: space.count))
        guard start > 0, end < scalars.count, space.contains(where: \.isNewline) else { return end }
        if isParagraphEnd(space) || ListMark(at: end, in: scalars) != nil {
            lineStarts.append(end)
        }
        return end
    }

    /// Whether white space holds a blank line, or a character that says the same.
    private func isParagraphEnd(_ space: ArraySlice<Unicode.Scalar>) -> Bool {
        var lines = 0
        var previous: Unicode.Scalar = " "
        for scalar in space {
            if scalar == "\u{2029}" || scalar == "\u{0C}" { return true }
            if scalar.isNewline, !(scalar == "\n" && previous == "\r") { lines += 1 }
            previous = scalar
        }
        return lines > 1
    }

    /// An ellipsis ends a sentence as three full stops do: if a space follows, and not in a lower-case letter's way.
    private mutating func readEllipsis(from start: Int) -> Int {
        var end = start
        while end < scalars.count, scalars[end] == "\u{2026}" || scalars[end] == "." { end += 1 }
        var next = end
        while next < scalars.count, scalars[next].isClosingMark { next += 1 }
        let endsSentence = next < scalars.count && scalars[next].properties.isWhitespace
        units.append(contentsOf: repeatElement(endsSentence ? 0x2E : 0x2026, count: end - start))
        return end
    }

    private mutating func readLink(from start: Int) {
        var end = start
        var hasSign = false
        while end < scalars.count, ("!"..."~").contains(scalars[end]) {
            hasSign = hasSign || scalars[end] == "/" || scalars[end] == "@" || scalars[end] == "="
            end += 1
        }
        if hasSign || scalars[start..<end].starts(with: "www.".unicodeScalars) {
            links.append(start..<end)
        }
    }
}
