/// A machine that reads a text by grapheme clusters and notes where a line may begin.
struct LineScanner {
    /// The starts found so far, in UTF-8 bytes.
    private(set) var starts: [Int] = []
    private let words: [Range<Int>]
    private var nextWord = 0
    private var offset = 0
    private var hasText = false
    private var isAfterBlank = false
    /// Behind a word, with no white space since.
    private var isBehindWord = false
    /// Where the opening marks began that stand directly before here.
    private var openingStart: Int?
    /// `"` opens and closes by turns.
    private var isQuoted = false

    init(words: [Range<Int>]) {
        self.words = words
    }

    /// Reads the next cluster.
    mutating func read(_ character: Character) {
        defer { offset += character.utf8.count }
        while nextWord < words.count, words[nextWord].upperBound <= offset { nextWord += 1 }
        let isInWord = nextWord < words.count && words[nextWord].lowerBound <= offset
        if isInWord {
            readWord(isFirst: words[nextWord].lowerBound == offset)
        } else if character.isBlank {
            isAfterBlank = true
            isBehindWord = false
            openingStart = nil
        } else {
            readMark(character)
        }
        if Self.isQuote(character) { isQuoted.toggle() }
    }

    private mutating func readWord(isFirst: Bool) {
        guard isFirst else { return }
        startAfterBlank()
        if isBehindWord { start(at: openingStart ?? offset) }
        isBehindWord = true
        openingStart = nil
    }

    private mutating func readMark(_ character: Character) {
        startAfterBlank()
        let isOpening = Self.isQuote(character) ? !isQuoted : character.isOpeningMark
        openingStart = isOpening ? openingStart ?? offset : nil
    }

    private static func isQuote(_ character: Character) -> Bool {
        character.unicodeScalars.first == "\""
    }

    private mutating func startAfterBlank() {
        if isAfterBlank { start(at: offset) }
        isAfterBlank = false
        hasText = true
    }

    private mutating func start(at offset: Int) {
        guard hasText, offset > 0, starts.last.map({ $0 < offset }) ?? true else { return }
        starts.append(offset)
    }
}
