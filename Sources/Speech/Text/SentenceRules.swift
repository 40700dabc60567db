/// Decides where a sentence does begin, of the places where by ICU's rules it may.
///
/// What an abbreviation says of the sentence's end depends on the next word, after Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary
/// Detection" (Computational Linguistics 32:4, 2006): a word that often begins a sentence ends the one before.
struct SentenceRules {
    /// The longest word that is looked at, in scalars: no abbreviation is longer.
    private static let longestWord = 24

    private let source: SentenceSource
    private let scalars: [Unicode.Scalar]
    private let abbreviations: Abbreviations

    init(source: SentenceSource, language: String?) {
        self.source = source
        scalars = source.scalars
        abbreviations = Abbreviations(language: language)
    }

    /// Those of `candidates` (ascending indices of scalars) at which a sentence begins.
    func starts(at candidates: [Int]) -> [Int] {
        var starts: [Int] = []
        var lines = source.lineStarts[...]
        var links = source.links[...]
        for candidate in candidates {
            while let line = lines.first, line < candidate { lines.removeFirst() }
            while let link = links.first, link.upperBound <= candidate { links.removeFirst() }
            if lines.first == candidate {
                starts.append(candidate)
            } else if links.first.map({ $0.lowerBound < candidate }) != true, isStart(candidate, after: starts.last ?? 0) {
                starts.append(candidate)
            }
        }
        return starts
    }

    /// Whether the sentence that began at `start` ends before `candidate`.
    private func isStart(_ candidate: Int, after start: Int) -> Bool {
        var end = candidate
        while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
        let isSpaced = end < candidate
        var stop = end
        while stop > start, scalars[stop - 1].isClosingMark { stop -= 1 }
        guard stop > start else { return isSpaced }
        let hasClosingMark = stop < end
        switch scalars[stop - 1] {
        case "!", "?":
            // "Really?" she asked.
            if isSpaced { return !(hasClosingMark && scalars[candidate].properties.isLowercase) }
            return beginsUnspacedSentence(scalars[candidate])
        case ".", "\u{2024}", "\u{FE52}", "\u{FF0E}":
            guard isSpaced || scalars[candidate].isOfDictionaryScript else { return false }
            return isStart(candidate, afterPointAt: stop - 1, start: start)
        case "\u{2026}": return isSpaced
        default: return true
        }
    }

    /// Whether a scalar can begin a sentence directly after `!` or `?`: there, a space was forgotten or is not usual.
    private func beginsUnspacedSentence(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isUppercase || scalar.isOpeningMark || scalar.properties.generalCategory == .otherLetter
    }

    /// Whether the full stop at `point` ends the sentence that began at `start`.
    private func isStart(_ candidate: Int, afterPointAt point: Int, start: Int) -> Bool {
        guard point > start, scalars[point - 1] != ".", scalars[point - 1] != "\u{2026}" else { return true }
        let word = wordStart(before: point, notBefore: start)
        guard word < point else { return true }
        let isAtStart = isFirst(word, in: start)
        let next = nextWord(at: candidate)
        if scalars[word..<point].allSatisfy(\.isDigit) {
            // "1. First", "am 3. Mai"
            if point - word <= 3, isAtStart { return false }
            return !(point - word <= 3 && abbreviations.continuesOrdinal(next))
        }
        if isAtStart, point - word > 1, isRomanNumeral(word..<point) { return false }
        switch kind(of: word..<point, notBefore: start) {
        case nil: return true
        case .beforeAny: return false
        case .beforeNumber: return !(next.unicodeScalars.first?.isDigit ?? false)
        case .unlessSentenceFollows: return abbreviations.beginsSentence(next)
        }
    }

    /// Where the word before a full stop begins: letters, digits, and within them points, hyphens and apostrophes.
    private func wordStart(before point: Int, notBefore start: Int) -> Int {
        let lowest = max(start, point - Self.longestWord)
        var index = point
        while index > lowest, isInWord(scalars[index - 1]) { index -= 1 }
        while index < point, !scalars[index].isWordLike { index += 1 }
        return index
    }

    private func isInWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isWordLike || scalar == "." || scalar == "-" || scalar == "'" || scalar == "\u{2019}"
    }

    private func kind(of word: Range<Int>, notBefore start: Int) -> Abbreviations.Kind? {
        abbreviations.kind(of: abbreviation(word, notBefore: start)) ?? abbreviations.kind(of: string(word))
    }

    /// The abbreviation that ends in `word`: single letters before it are parts of it ("z. B.", "p. ex.", "J. R. R.").
    private func abbreviation(_ word: Range<Int>, notBefore start: Int) -> String {
        var text = string(word)
        var index = word.lowerBound
        for _ in 0..<3 where word.count <= 2 {
            var letter = index
            while letter > start, scalars[letter - 1].properties.isWhitespace, index - letter < 3 { letter -= 1 }
            guard letter < index, letter - 2 >= start, scalars[letter - 1] == ".", scalars[letter - 2].isWordLike else { break }
            guard letter - 2 == start || !isInWord(scalars[letter - 3]) else { break }
            text = string(letter - 2..<letter) + text
            index = letter - 2
        }
        return text
    }

    /// Whether nothing but marks stands between the sentence's start and `word`.
    private func isFirst(_ word: Int, in start: Int) -> Bool {
        word - start <= 4 && !scalars[start..<word].contains(where: \.isWordLike)
    }

    private func isRomanNumeral(_ word: Range<Int>) -> Bool {
        word.count <= 5 && scalars[word].allSatisfy { ["I", "V", "X", "L", "C"].contains($0) }
    }

    /// The first word of what may be a sentence; an initial has its point.
    private func nextWord(at candidate: Int) -> String {
        let start = scalars[candidate...].prefix(4).firstIndex(where: \.isWordLike) ?? candidate
        let end = start + scalars[start...].prefix(Self.longestWord).prefix(while: \.isWordLike).count
        let isInitial = end == start + 1 && end < scalars.count && scalars[end] == "."
        return string(start..<(isInitial ? end + 1 : end))
    }

    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }
}
