/// Finds the delimiter in bytes that come in pieces, by Knuth, Morris and Pratt ("Fast Pattern Matching in Strings", 1977).
///
/// The delimiter begins with a CR and holds no other, so no end of a partial match can begin another: the algorithm's failure function is 0 everywhere,
/// and after a mismatch the search goes on at the byte that did not match. So the time is linear in the bytes, whatever they are. No bytes are kept
/// from one piece to the next, only how many of them match: they are those of the delimiter.
struct DelimiterSearch {
    private let delimiter: [UInt8]
    /// How many bytes at the end of the pieces so far are those at the delimiter's start.
    private var matched = 0
    /// How many of those were there before the content began.
    private var implied = 0

    /// What was found.
    enum Find {
        /// Bytes that are not of the delimiter; never empty.
        case content(ArraySlice<UInt8>)
        /// The delimiter.
        case delimiter
    }

    /// A search that begins behind a line break.
    init(for boundary: MultipartBoundary) {
        delimiter = boundary.delimiter
        beginAfterLineBreak()
    }

    /// Begins anew behind a line break, which is the delimiter's if the rest of it comes first: at the start of a body, or of a part's content.
    mutating func beginAfterLineBreak() {
        matched = 2
        implied = 2
    }

    /// Takes the bytes up to the next find off the start of `piece`; nil once all are taken.
    mutating func next(in piece: inout ArraySlice<UInt8>) -> Find? {
        if matched > 0, let find = goOn(in: &piece) { return find }
        return piece.isEmpty ? nil : begin(in: &piece)
    }

    /// Goes on with a match that began in an earlier piece; nil where the piece ends with it, or nothing came of it.
    private mutating func goOn(in piece: inout ArraySlice<UInt8>) -> Find? {
        let end = endOfMatch(in: piece, from: piece.startIndex, after: matched)
        matched += end - piece.startIndex
        piece = piece[end...]
        if matched == delimiter.count {
            matched = 0
            return .delimiter
        }
        if piece.isEmpty { return nil }
        let content = delimiter[implied..<matched]
        matched = 0
        return content.isEmpty ? nil : .content(content)
    }

    /// Looks for a match that begins in this piece.
    private mutating func begin(in piece: inout ArraySlice<UInt8>) -> Find? {
        var index = piece.startIndex
        while let start = piece[index...].firstIndex(of: .carriageReturn) {
            let end = endOfMatch(in: piece, from: start + 1, after: 1)
            if end - start == delimiter.count {
                if start == piece.startIndex {
                    piece = piece[end...]
                    return .delimiter
                }
                // What precedes it first; it is found once more then.
                return take(upTo: start, of: &piece)
            }
            if end == piece.endIndex {
                matched = end - start
                implied = 0
                let content = piece[..<start]
                piece = []
                return content.isEmpty ? nil : .content(content)
            }
            index = end
        }
        return take(upTo: piece.endIndex, of: &piece)
    }

    /// Where the bytes from `start` on cease to be those of the delimiter after its first `count`.
    private func endOfMatch(in piece: ArraySlice<UInt8>, from start: Int, after count: Int) -> Int {
        var end = start
        let limit = min(piece.endIndex, start + delimiter.count - count)
        while end < limit, piece[end] == delimiter[count + end - start] { end += 1 }
        return end
    }

    private func take(upTo end: Int, of piece: inout ArraySlice<UInt8>) -> Find {
        defer { piece = piece[end...] }
        return .content(piece[..<end])
    }
}
