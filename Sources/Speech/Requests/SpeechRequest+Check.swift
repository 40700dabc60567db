extension SpeechRequest {
    /// Checks that a text can be spoken: it holds a word, and no control character but tab and newline (a carriage return only before a newline).
    ///
    /// - Throws: ``UnspeakableText``.
    public static func check(_ text: String) throws(UnspeakableText) {
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw .empty }
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if previous == "\r" && scalar != "\n" { throw .controlCharacter(0x0D) }
            if scalar.properties.generalCategory == .control, !["\t", "\n", "\r"].contains(scalar) { throw .controlCharacter(scalar.value) }
            previous = scalar
        }
        if previous == "\r" { throw .controlCharacter(0x0D) }
        guard TextBoundaries.words(in: text).contains(where: { isSpoken(text.utf8Slice($0)) }) else { throw .nothingToSpeak }
    }

    /// Whether some engine has a sound for a word.
    private static func isSpoken(_ word: Substring) -> Bool {
        word.unicodeScalars.contains { Script($0) != nil || $0.properties.numericType != nil }
    }
}
