/// What can be told of a text before it is spoken.
extension SpeechRequest {
    /// How many words it has that are spoken.
    public var wordCount: Int {
        let plain = plainText
        return TextBoundaries.words(in: plain).count { Self.isSpoken(plain.utf8Slice($0)) }
    }

    /// How many sentences it is read in; a stretch without a word is none.
    public var sentenceCount: Int {
        let plain = plainText
        return TextBoundaries.sentences(in: plain, language: language).count { Self.isSpoken(plain.utf8Slice($0)) }
    }

    /// Which part of its characters (Unicode scalars), 0 to 1, shows nothing and is no white space either: joiners, marks of direction, soft hyphens,
    /// characters that are not assigned.
    public var invisibleCharacterRatio: Double {
        let scalars = text.unicodeScalars
        return scalars.isEmpty ? 0 : Double(scalars.count(where: Self.isInvisible)) / Double(scalars.count)
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        guard !properties.isWhitespace else { return false }
        if properties.isDefaultIgnorableCodePoint { return true }
        return [.control, .format, .privateUse, .surrogate, .unassigned].contains(properties.generalCategory)
    }

    /// A title made of the text's beginning: whole words, as many as fit into 50 characters, and an ellipsis where there are more behind them.
    public var title: String {
        let limit = 50
        let plain = plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard plain.count > limit else { return plain }
        let fitting = TextBoundaries.words(in: plain).map(\.upperBound).last { plain.utf8Slice(0..<$0).count < limit }
        return fitting.map { plain.utf8Slice(0..<$0) + "…" } ?? plain.prefix(limit - 1) + "…"
    }
}
