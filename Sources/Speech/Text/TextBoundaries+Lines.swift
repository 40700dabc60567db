extension TextBoundaries {
    /// Where a new line may begin: after white space, and between words that stand together without one ("你好|世界", "one…|two").
    ///
    /// Punctuation between such words stays with the one before, and opening marks with the one after (kinsoku, JIS X 4051), so no line begins with a
    /// closing mark or ends with an opening one.
    ///
    /// - Parameter words: The text's words, as ``words(in:)`` finds them.
    /// - Returns: UTF-8 offsets, ascending, never 0 nor the text's end.
    static func lineStarts(in text: String, words: [Range<Int>]) -> [Int] {
        var scanner = LineScanner(words: words)
        for character in text { scanner.read(character) }
        return scanner.starts
    }
}
