/// A machine that reads a text by grapheme clusters and notes where its clauses end.
struct ClauseScanner {
    private enum State {
        case clause
        /// Behind a clause mark and closing marks. A wide one needs no space after it.
        case mark(isWide: Bool)
        case space
    }

    /// The ends found so far, in UTF-8 bytes.
    private(set) var ends: [Int] = []
    private var state = State.clause
    private var offset = 0
    private var isAfterDigit = false

    /// Reads the next cluster.
    mutating func read(_ character: Character) {
        let isBlank = character.isBlank
        switch state {
        case .space where !isBlank: end()
        case .mark where isBlank: state = .space
        case .mark(let isWide) where !character.isClosingMark:
            if isWide && !(isAfterDigit && Self.isDigit(character)) { end() } else { state = .clause }
        default: break
        }
        switch Self.mark(character) {
        case .narrow: state = .mark(isWide: false)
        case .wide: state = .mark(isWide: true)
        case nil where !character.isClosingMark: isAfterDigit = Self.isDigit(character)
        case nil: break
        }
        offset += character.utf8.count
    }

    private mutating func end() {
        ends.append(offset)
        state = .clause
    }

    private enum Mark { case narrow, wide }

    private static func isDigit(_ character: Character) -> Bool {
        character.unicodeScalars.first?.isDigit ?? false
    }

    /// By the first scalar: comparing whole clusters would bring them into a normal form first.
    private static func mark(_ character: Character) -> Mark? {
        switch character.unicodeScalars.first {
        case ",", ";", ":", "–": .narrow
        // Arabic, Syriac, Armenian, Ethiopic, Burmese, Mongolian, N'Ko, Greek, Tibetan.
        case "،", "؛", "՝", "፣", "፤", "፥", "፦", "၊", "᠂", "߸", "·", "།": .narrow
        case "、", "，", "；", "：", "､", "﹐", "﹑", "﹔", "﹕", "—", "―": .wide
        default: nil
        }
    }
}
