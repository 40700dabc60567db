extension Voice {
    /// The voice that a row of a library tells of.
    ///
    /// - Throws: ``VoiceLibraryError``.
    init(libraryRow row: LibraryRow) throws(VoiceLibraryError) {
        guard let gender = Gender(rawValue: row[.gender]) else { throw row.failure("the gender \(row[.gender]) is not female, male or neutral") }
        guard let age = Age(rawValue: row[.age]) else { throw row.failure("the age \(row[.age]) is none that there is") }
        let base = try EngineVoice(libraryRow: row)
        self.init(
            id: row[.id], name: row[.name],
            description: Self.description(of: row, gender: gender, age: age, base: base), language: row[.language], gender: gender, age: age,
            accent: row[.accent], useCases: row.list(.useCases), character: row.list(.character), base: base,
            variant: base.engine == .espeak ? "" : (gender == .female ? "f2" : "m3"), familyIDs: try VoiceFamilyIDs(libraryRow: row))
    }

    private static func description(of row: LibraryRow, gender: Gender, age: Age, base: EngineVoice) -> String {
        let (person, pronoun) =
            switch gender {
            case .female: ("woman", "her")
            case .male: ("man", "him")
            case .neutral: ("person", "them")
            }
        let character = row.list(.character).joined(separator: ", ")
        let article = character.first.map("aeiou".contains) == true ? "An" : "A"
        let language = LanguageName.english(of: row[.language])
        let speaker =
            base.engine == .flite
            ? "Flite speaks English for \(pronoun), espeak-ng every other language." : "espeak-ng speaks every language for \(pronoun)."
        return "\(article) \(character) \(age.adjective) \(person) speaking \(language). \(speaker)\(substitution(of: row[.language], base: base))"
    }

    /// What to say of a language that is read by the rules of another.
    private static func substitution(of language: String, base: EngineVoice) -> String {
        guard base.engine == .espeak, let read = EspeakLanguage.named(base.name), read.tag.primaryLanguage != language.primaryLanguage else {
            return ""
        }
        return " It has no rules for \(LanguageName.english(of: language)): it is read by those of \(read.title)."
    }
}

extension Age {
    /// As it stands before a noun.
    fileprivate var adjective: String {
        switch self {
        case .youth: "youthful"
        case .youngAdult: "young adult"
        case .adult: "adult"
        case .middleAged: "middle-aged"
        case .senior: "senior"
        }
    }
}
