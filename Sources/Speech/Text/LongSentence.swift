/// A sentence that is too long to be spoken in one piece.
struct LongSentence {
    /// How well a sentence can be cut somewhere.
    private enum Place: Int, CaseIterable {
        case cluster, word, space, clause
    }

    /// Where each grapheme cluster ends, in UTF-8 bytes, and how well the sentence can be cut there.
    private var places: [(offset: Int, place: Place)] = []

    init(_ text: String) {
        let words = TextBoundaries.words(in: text)
        var clauses = TextBoundaries.clauseEnds(in: text)[...]
        var lines = TextBoundaries.lineStarts(in: text, words: words)[...]
        var offset = 0
        for character in text {
            offset += character.utf8.count
            while let clause = clauses.first, clause < offset { clauses.removeFirst() }
            while let line = lines.first, line < offset { lines.removeFirst() }
            let place: Place = clauses.first == offset ? .clause : lines.first != offset ? .cluster : character.isBlank ? .space : .word
            places.append((offset, place))
        }
    }

    /// Ranges of at most `limit` bytes that cover the sentence, unless one cluster alone is longer.
    func pieces(limit: Int) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < places.count {
            index = lastOfPiece(from: index, start: start, limit: limit)
            pieces.append(start..<places[index].offset)
            start = places[index].offset
            index += 1
        }
        return pieces
    }

    /// The best place to cut of those within `limit` bytes of `start`, and the last of the equally good ones.
    ///
    /// A window that is read again lies behind a good place, and holds no other as good before its own end: so all windows together are linear.
    private func lastOfPiece(from first: Int, start: Int, limit: Int) -> Int {
        var best = first
        var index = first
        while index < places.count, places[index].offset - start <= limit {
            if places[index].place.rawValue >= places[best].place.rawValue { best = index }
            index += 1
        }
        return index == places.count ? max(best, index - 1) : best
    }
}
