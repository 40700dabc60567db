import CLanguageDetection

/// What CLD2 says of a text: a naive Bayesian classifier over letters and groups of four of them, with 83 languages.
struct LanguageGuess {
    /// The language that most of the text is in, as a BCP 47 tag; nil where there is none.
    let tag: String?
    /// The part of the text that is in it, in percent.
    let percent: Int
    /// How well it fits: 500 is little, 1000 usual.
    let score: Double
    /// How many bytes of letters, with spaces between words, there were to go by.
    let size: Int
    /// Whether CLD2 relies on it.
    let isReliable: Bool

    /// How much of a text is looked at, in UTF-8 bytes: a guess costs a microsecond for ten of them.
    private static let limit = 16 << 10

    /// Guesses what a text is in.
    ///
    /// - Parameter expected: The language (BCP 47) that it is in unless something speaks against it.
    init(_ text: String, expecting expected: String) {
        var text = text
        var found = CLanguageDetection()
        let isText = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                CLanguageDetection_detect(characters.baseAddress, Int32(Self.length(of: bytes)), Self.code(of: expected), &found)
            }
        }
        let code = found.language.map { String(cString: $0) } ?? "un"
        tag = isText && code != "un" ? code : nil
        percent = Int(found.percent)
        score = found.score
        size = Int(found.size)
        isReliable = tag != nil && found.isReliable
    }

    /// Whether CLD2 knows a language (BCP 47), and so can tell that a text is in it.
    static func knows(_ language: String) -> Bool {
        known.contains(kin(of: language))
    }

    /// Whether CLD2 may say one of two languages (BCP 47) and mean the other.
    static func confuses(_ one: String, _ other: String) -> Bool {
        kin(of: one) == kin(of: other)
    }

    /// How many bytes are looked at: all, or as many as end with a character.
    private static func length(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard bytes.count > limit else { return bytes.count }
        return (1...limit).last { bytes[$0] & 0xC0 != 0x80 } ?? 0
    }

    /// CLD2's code for a language.
    private static func code(of language: String) -> String {
        switch kin(of: language) {
        case "he": "iw"
        case "fil": "tl"
        case "nb": "no"
        case "cmn": "zh"
        case let code: code
        }
    }

    /// The language for which CLD2 takes one that it does not know, or that is hardly another.
    private static func kin(of language: String) -> String {
        let primary = String((SpokenLanguage(language)?.tag ?? language).primaryLanguage)
        return switch primary {
        case "nn": "nb"
        case "yue": "cmn"
        case "bs", "sr": "hr"
        case "grc": "el"
        case "hyw": "hy"
        case "bpy": "bn"
        case "kok": "mr"
        case "ltg": "lv"
        default: primary
        }
    }

    /// Those of our languages that CLD2 tells apart.
    private static let known: Set<String> = [
        "af", "sq", "ar", "hy", "az", "eu", "be", "bn", "bg", "ca", "chr", "hr", "cs", "cmn", "da", "nl", "en", "et", "fi",
        "fr", "ka", "de", "el", "gu", "ht", "he", "hi", "hu", "is", "id", "ga", "it", "ja", "kn", "ko", "lv", "lt", "mk", "ms",
        "ml", "mt", "mr", "ne", "nb", "or", "fa", "pl", "pt", "pa", "ro", "ru", "gd", "si", "sk", "sl", "es", "sw", "sv",
        "fil", "ta", "te", "th", "tr", "uk", "ur", "vi", "cy",
    ]
}
