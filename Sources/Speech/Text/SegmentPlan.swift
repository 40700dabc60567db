/// Divides a long text into segments that are spoken side by side.
public enum SegmentPlan {
    /// The segments of a text: ranges that cover it without a gap, none empty, and none that begins or ends inside a grapheme cluster.
    ///
    /// Whole sentences are put together up to `target`. A sentence that is longer than `limit` is cut after a clause, else at a space, else between
    /// words, else between grapheme clusters; only a cluster can be longer than `limit`.
    ///
    /// - Parameters:
    ///   - text: The text to divide.
    ///   - language: The text's language (BCP 47), or nil.
    ///   - target: The size in UTF-8 bytes that segments are filled to; at least 1, at most `limit`.
    ///   - limit: The size in UTF-8 bytes that a single sentence may have; at least 1.
    /// - Returns: Ranges of UTF-8 bytes; none for an empty text.
    public static func segments(in text: String, language: String?, target: Int, limit: Int) -> [Range<Int>] {
        let limit = max(1, limit)
        let target = min(max(1, target), limit)
        var segments: [Range<Int>] = []
        for sentence in TextBoundaries.sentences(in: text, language: language) {
            for piece in pieces(of: sentence, in: text, limit: limit) {
                if let last = segments.last, last.count + piece.count <= target {
                    segments[segments.count - 1] = last.lowerBound..<piece.upperBound
                } else {
                    segments.append(piece)
                }
            }
        }
        return segments
    }

    private static func pieces(of sentence: Range<Int>, in text: String, limit: Int) -> [Range<Int>] {
        guard sentence.count > limit else { return [sentence] }
        return LongSentence(String(text.utf8Slice(sentence))).pieces(limit: limit).map {
            $0.lowerBound + sentence.lowerBound..<$0.upperBound + sentence.lowerBound
        }
    }
}
