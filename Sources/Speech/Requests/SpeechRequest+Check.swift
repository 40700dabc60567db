extension SpeechRequest {
    /// Checks that a text can be spoken: it holds a word, well-formed pauses, and no control character but tab and newline (a carriage return only before a
    /// newline).
    ///
    /// - Parameter syntax: The ways of writing pauses that count.
    /// - Throws: ``UnspeakableText``.
    public static func check(_ text: String, pauses syntax: PauseSyntax = []) throws(UnspeakableText) {
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw .empty }
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if previous == "\r" && scalar != "\n" { throw .controlCharacter(0x0D) }
            if scalar.properties.generalCategory == .control, !["\t", "\n", "\r"].contains(scalar) { throw .controlCharacter(scalar.value) }
            previous = scalar
        }
        if previous == "\r" { throw .controlCharacter(0x0D) }
        let plain = try plain(text, pauses: syntax)
        guard TextBoundaries.words(in: plain).contains(where: { isSpoken(plain.utf8Slice($0)) }) else { throw .nothingToSpeak }
    }

    /// Checks that a voice has words for something in the text, which has passed ``check(_:pauses:)``: not every language's dictionary has emoji.
    ///
    /// - Throws: ``UnspeakableText/emojiAlone``.
    public func check(spokenBy voice: Voice) throws(UnspeakableText) {
        let plain = plainText
        guard !plain.unicodeScalars.contains(where: { (Script($0) ?? .emoji) != .emoji || SpokenForm.isNumber($0) }) else { return }
        let speakers = ScriptSpeakers(voice: voice, language: SpokenLanguage(languageUsed(by: voice)))
        guard speakers.speaker(of: .emoji).readsEmoji else { throw .emojiAlone }
    }

    private static func plain(_ text: String, pauses syntax: PauseSyntax) throws(UnspeakableText) -> String {
        do {
            return try MarkedText(text, pauses: syntax).plain
        } catch {
            throw .malformedPause(error)
        }
    }

    /// Whether some engine has a sound for a word.
    static func isSpoken(_ word: Substring) -> Bool {
        word.unicodeScalars.contains { Script($0) != nil || SpokenForm.isNumber($0) }
    }
}
