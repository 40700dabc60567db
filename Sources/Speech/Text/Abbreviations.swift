/// The words that are written with a full stop, and what the stop says of the sentence.
struct Abbreviations {
    enum Kind {
        /// Something of the same sentence follows in any case: `Dr.`, `e.g.`
        case beforeAny
        /// An abbreviation before a number, a word or a sentence's end otherwise: `No.`, `Sat.`
        case beforeNumber
        /// It can end a sentence, which the next word tells: `etc.`, `p.m.`, `U.S.`, an initial.
        case unlessSentenceFollows
    }

    private let tables: [AbbreviationTable]
    private let hasOrdinals: Bool
    /// Another language's abbreviation may be a whole word in this one, so where the language is not known the next word counts.
    private let isOfOneLanguage: Bool

    /// The abbreviations of a language (BCP 47) and of English; nil for those of all languages.
    init(language: String?) {
        isOfOneLanguage = language != nil
        if let language {
            let primary = String(language.prefix { $0 != "-" && $0 != "_" }).lowercased()
            tables = Self.tables(of: primary)
            hasOrdinals = ["cs", "da", "de", "et", "fi", "hr", "hu", "is", "lb", "lv", "nb", "nn", "no", "sk", "sl", "sr", "tr"].contains(primary)
        } else {
            tables = Array(AbbreviationTable.all.values)
            hasOrdinals = false
        }
    }

    /// What a word before a full stop is, without the stop; nil for a word that is no abbreviation.
    func kind(of word: String) -> Kind? {
        let key = String(word.lowercased().filter { !$0.isWhitespace })
        if tables.contains(where: { $0.beforeAny.contains(key) }) { return isOfOneLanguage || isEnglish(key) ? .beforeAny : .unlessSentenceFollows }
        if tables.contains(where: { $0.beforeNumber.contains(key) }) { return .beforeNumber }
        if tables.contains(where: { $0.others.contains(key) }) { return .unlessSentenceFollows }
        return isInitials(key) ? .unlessSentenceFollows : nil
    }

    /// Whether a word often begins a sentence; no other does so after an abbreviation.
    func beginsSentence(_ word: String) -> Bool {
        word.first?.isUppercase == true && AbbreviationTable.sentenceStarters.contains(word.lowercased())
    }

    /// Whether a number with a full stop is an ordinal before this word: "3. Mai".
    func continuesOrdinal(_ next: String) -> Bool {
        let key = next.lowercased()
        return AbbreviationTable.ordinalNouns.contains(key) || (hasOrdinals && !beginsSentence(next))
    }

    /// Single letters with points between them: `J`, `U.S`, `п.м`.
    private func isInitials(_ word: String) -> Bool {
        word.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            part.count == 1 && part.unicodeScalars.allSatisfy { $0.isWordLike && !$0.isDigit && !$0.isOfDictionaryScript }
        }
    }

    private func isEnglish(_ key: String) -> Bool {
        AbbreviationTable.all["en"]?.beforeAny.contains(key) ?? false
    }

    private static func tables(of primary: String) -> [AbbreviationTable] {
        [AbbreviationTable.all["en"], AbbreviationTable.all[primary]].compactMap(\.self)
    }
}
