extension TextBoundaries {
    /// The sentences of a text: ranges that cover it without a gap, each with the white space that follows it.
    ///
    /// The rules are those of Unicode Standard Annex #29, and on top of them: abbreviations, initials, numbers, ordinals, list marks and addresses
    /// end no sentence; a blank line does, and so does a line's end before a list item. Any other line's end is a space, for texts come wrapped.
    ///
    /// - Parameters:
    ///   - text: A text in any mixture of scripts.
    ///   - language: The text's language (BCP 47), which decides on the abbreviations; nil for those of all languages known here.
    /// - Returns: Ranges of UTF-8 bytes, none empty; none at all for an empty text.
    public static func sentences(in text: String, language: String?) -> [Range<Int>] {
        let source = SentenceSource(text)
        let rules = SentenceRules(source: source, language: language)
        let starts = rules.starts(at: source.candidates(language: language))
        let offsets = onClusters(source.utf8Offsets(of: starts), of: text)
        let ends = offsets + [text.utf8.count]
        return zip([0] + offsets, ends).map { $0..<$1 }.filter { !$0.isEmpty }
    }

    /// Those of `offsets` (ascending UTF-8 bytes) at which a grapheme cluster begins.
    private static func onClusters(_ offsets: [Int], of text: String) -> [Int] {
        guard !offsets.isEmpty else { return [] }
        var kept: [Int] = []
        var cursor = 0
        var offset = 0
        for character in text {
            while cursor < offsets.count, offsets[cursor] < offset { cursor += 1 }
            guard cursor < offsets.count else { break }
            if offsets[cursor] == offset { kept.append(offset) }
            offset += character.utf8.count
        }
        return kept
    }
}
