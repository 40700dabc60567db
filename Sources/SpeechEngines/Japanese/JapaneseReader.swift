import Speech

/// Writes Japanese as it is pronounced, in katakana with spaces between words: espeak-ng reads kana, but no kanji, and takes each particle for
/// what its letter says.
struct JapaneseReader {
    private let dictionary: JapaneseDictionary

    /// - Throws: ``SpeechEngineError``.
    init() throws(SpeechEngineError) {
        dictionary = try JapaneseDictionary()
    }

    /// Whether there is something in a text that is read otherwise than it is written.
    static func isNeeded(for text: String) -> Bool {
        text.unicodeScalars.contains { $0.properties.isIdeographic || (0x3041...0x30FF).contains($0.value) }
    }

    /// The text as it is read.
    func read(_ text: String) -> ReadText {
        var read = ReadText()
        var last: JapaneseMorpheme?
        for morpheme in dictionary.morphemes(of: text) {
            let end = last?.range.upperBound ?? 0
            read.append(text.utf8Slice(end..<morpheme.range.lowerBound))
            let written = text.utf8Slice(morpheme.range)
            let readings = readings(of: written, morpheme)
            if let last, Self.isLetterOrDigit(read.text.unicodeScalars.last), Self.isLetterOrDigit(readings[0].reading.unicodeScalars.first),
                Self.parts(last, morpheme, in: text) || Self.changesAlphabet(read.text, readings[0].reading)
            {
                read.appendSpace()
            }
            for (reading, written) in readings { read.append(reading, for: written) }
            last = morpheme
        }
        read.append(text.utf8Slice((last?.range.upperBound ?? 0)..<text.utf8.count))
        return read
    }

    /// What is read out for a morpheme, part by part: one that is not known, character by character.
    private func readings(of written: Substring, _ morpheme: JapaneseMorpheme) -> [(reading: String, written: Substring)] {
        if !Self.isWideDigit(written), let pronunciation = morpheme.pronunciation { return [(pronunciation, written)] }
        guard written.unicodeScalars.contains(where: \.properties.isIdeographic) else { return [(ReadText(spoken: String(written)).text, written)] }
        return written.indices.map { index in
            let character = written[index...index]
            return (dictionary.morphemes(of: String(character)).first?.pronunciation ?? String(character), character)
        }
    }

    /// Whether a word begins between two morphemes.
    private static func parts(_ last: JapaneseMorpheme, _ next: JapaneseMorpheme, in text: String) -> Bool {
        if next.isEnding || last.isPrefix || (last.isNumeral && next.isNumeral) { return false }
        // What is all in katakana is read well as it stands, and a name that the dictionary does not know is one word.
        return !(isKatakana(text.utf8Slice(last.range)) && isKatakana(text.utf8Slice(next.range)))
    }

    /// Whether Latin letters and kana would touch, which espeak-ng does not part.
    private static func changesAlphabet(_ text: String, _ next: String) -> Bool {
        guard let last = text.unicodeScalars.last, let first = next.unicodeScalars.first else { return false }
        return last.properties.numericType == nil && first.properties.numericType == nil && last.isASCII != first.isASCII
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
    }

    private static func isKatakana(_ text: Substring) -> Bool {
        text.unicodeScalars.allSatisfy { (0x30A1...0x30FC).contains($0.value) }
    }

    private static func isWideDigit(_ text: Substring) -> Bool {
        text.unicodeScalars.allSatisfy { (0xFF10...0xFF19).contains($0.value) }
    }
}
