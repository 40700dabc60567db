import CTextBoundaries

/// A set of boundary rules of ICU: those of Unicode Standard Annex #29, with dictionaries for the scripts that write no spaces.
enum BreakRule {
    case word
    case sentence

    /// The boundaries of a text in UTF-16 code units, ascending, without 0 and with the text's end.
    ///
    /// A text that ICU can't read (its data is missing, or the text has more than 2^31 units) is one piece.
    func boundaries(in units: [UInt16], language: String?) -> [Int] {
        guard !units.isEmpty else { return [] }
        guard let length = Int32(exactly: units.count) else { return [units.count] }
        var boundaries = [Int32](repeating: 0, count: units.count)
        let count = CTextBoundaries_find(rule, Self.locale(for: language), units, length, &boundaries)
        return count < 0 ? [units.count] : boundaries.prefix(Int(count)).map(Int.init)
    }

    private var rule: CTextBoundariesRule {
        switch self {
        case .word: CTextBoundariesWord
        case .sentence: CTextBoundariesSentence
        }
    }

    /// A language tag that ICU may read: no keywords, no great length. Everything else is the root locale.
    private static func locale(for language: String?) -> String {
        guard let language, language.utf8.count <= 32 else { return "root" }
        let isTag = language.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        return isTag && !language.isEmpty ? language : "root"
    }
}
