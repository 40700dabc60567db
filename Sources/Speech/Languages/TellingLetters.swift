/// The letters of a short text that its reader's language does not have, and what they tell.
///
/// A word such as `café` tells nothing: the accents of western Europe go with words and names into every language. `ơ`, `ł` and `¿` don't.
struct TellingLetters {
    /// How many words there are, which are what stands between white space and has a letter.
    let words: Int
    /// How many of them have a letter that is rarely lent.
    let telling: Int
    /// How many others have a letter that is lent with words and names, those left out that may be names.
    let lent: Int
    /// The languages that the telling letters belong to, by primary subtag, with the number of letters; those that have no one language are left out.
    private let votes: [Substring: Int]
    private let used: Set<Substring>

    /// - Parameter language: The reader's language, as a BCP 47 tag.
    init(_ text: String, foreignTo language: String) {
        let own = language.primaryLanguage
        var (words, telling, lent) = (0, 0, 0)
        var (votes, used): ([Substring: Int], Set<Substring>) = ([:], [])
        for written in text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
            guard let letter = written.first(where: { Script($0) == .latin }) else { continue }
            let word = String(Substring(written)).lowercased().unicodeScalars
            let isName = words > 0 && letter.properties.isUppercase
            words += 1
            let rows = word.compactMap { scalar in Self.rows[scalar].map { (scalar, $0) } }.filter { !$1.languages.contains(own) }
            let strong = rows.filter { !Self.isLent($0.0) }.map(\.1)
            if !strong.isEmpty { telling += 1 } else if !rows.isEmpty, !isName { lent += 1 }
            for row in strong {
                used.formUnion(row.languages)
                if let told = row.told { votes[told, default: 0] += 1 }
            }
        }
        (self.words, self.telling, self.lent, self.votes, self.used) = (words, telling, lent, votes, used)
    }

    /// Whether a language (BCP 47) has some of the telling letters.
    func areUsed(in language: String) -> Bool {
        used.contains(language.primaryLanguage)
    }

    /// The language that most of the telling letters belong to; nil where they don't tell.
    var language: Substring? {
        votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Letters of Latin-1, all but those that hardly ever leave their language.
    private static func isLent(_ scalar: Unicode.Scalar) -> Bool {
        (0xE0...0xFF).contains(scalar.value) && !["ð", "þ"].contains(scalar)
    }

    /// Who has a letter, and whose it is where nothing else is known.
    private struct Owners {
        let languages: Set<Substring>
        let told: Substring?
    }

    private static let rows: [Unicode.Scalar: Owners] = {
        let pairs = table.split(separator: "\n").flatMap { row in
            let columns = row.split(separator: " ")
            let owners = Owners(languages: Set(columns.dropFirst()), told: columns[1] == "-" ? nil : columns[1])
            return columns[0].unicodeScalars.map { ($0, owners) }
        }
        return Dictionary(pairs) { first, _ in first }
    }()

    /// A row: letters beyond `a` to `z`, the language that they tell of (`-` for none), and others that have them.
    private static let table = """
        ảạấầẩẫậắằẳẵặẻẹếềểễệỉịỏọốồổỗộơớờởỡợủụưứừửữựỷỵỳ vi
        ẽĩũỹ vi gn
        ¿¡ es an gn nci qu quc pap
        ß de lb
        łśźń pl
        ąę pl lt
        ż pl mt
        ć - pl hr bs sr
        őű hu
        ğ tr az tt
        ı tr az tt
        ş tr az tt ku tk ro
        ěřů cs
        ťď - cs sk
        ň - cs sk tk
        ľĺŕ sk
        șț ro
        ă ro vi
        ðþ is
        ģķļņ lv ltg
        āēīū - lv ltg mi haw la
        ėįų lt
        ĉĝĥĵŝŭ eo
        ə az
        ħġċ mt
        ŵŷ cy
        đ - vi hr bs sr smj
        čšž - cs sk sl hr bs sr lv lt ltg et fi smj
        á - es pt cs sk hu is ga vi ca an smj
        à - fr it ca pt vi gd
        â - fr pt ro tr vi cy
        ã - pt vi gn
        ä - de sv fi et sk lb tk tt
        å - sv nb nn da smj
        æ - da nb nn is
        ç - fr pt ca tr az sq ku tk tt
        è - fr it ca ht vi gd
        é - fr es pt it ca cs sk hu is ga da sv nl nb nn vi lb
        ê - fr pt vi ku cy af
        ë - sq nl fr af lb
        ì - it gd vi
        í - es pt cs sk hu is ga ca vi an
        î - fr ro ku cy
        ï - fr ca nl
        ñ - es eu qu gn an tt
        ò - it ca gd ht vi
        ó - es pt pl cs sk hu is ga ca vi an
        ô - fr pt sk vi cy
        õ - pt et vi
        ö - de sv fi et hu tr az is tk tt lb
        ø - da nb nn
        ù - fr it gd vi
        ú - es pt cs sk hu is ga ca vi an
        û - fr ku cy
        ü - de tr hu et az es ca eu tk tt lb
        ý - cs sk is vi tk
        ÿ - fr
        """
}
