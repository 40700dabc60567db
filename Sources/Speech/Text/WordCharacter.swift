/// What a grapheme cluster is to the division of a text into words.
enum WordCharacter: UInt8 {
    /// White space, and what does its work: the zero-width space of Thai and Khmer, the word mark of Ethiopic.
    case space
    case letter
    case digit
    /// A letter of a script that only a dictionary divides.
    case dictionary
    /// A symbol that is read out wherever it stands: `$`, `%`, `+`.
    case symbol
    /// A symbol that is read out only when it stands alone: `<`, `→`.
    case loneSymbol
    case emoji
    /// A dash that parts words: `—`.
    case dash
    /// What parts words, but not the two parts of a number or range: `–`, and the wide comma, point and colon.
    case digitJoiner
    case hyphen
    case dot
    case ellipsis
    /// Punctuation of the East Asian scripts, which is followed by no space.
    case wide
    /// All other punctuation and signs.
    case mark

    var isLetterOrDigit: Bool { self == .letter || self == .digit || self == .dictionary }

    /// What a cluster is, by its first scalar if that is ASCII.
    init(_ character: Character) {
        if let first = character.unicodeScalars.first, first.isASCII {
            self.init(ascii: UInt8(ascii: first))
        } else {
            self.init(character.unicodeScalars)
        }
    }

    private init(ascii: UInt8) {
        switch ascii {
        case 0x09...0x0D, 0x20: self = .space
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): self = .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .digit
        case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "@"),
            UInt8(ascii: "#"):
            self = .symbol
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "/"): self = .loneSymbol
        case UInt8(ascii: "-"): self = .hyphen
        case UInt8(ascii: "."): self = .dot
        default: self = .mark
        }
    }

    private init(_ scalars: Character.UnicodeScalarView) {
        guard let first = scalars.first else {
            self = .mark
            return
        }
        if first.properties.isWhitespace || first == "\u{200B}" || first == "\u{1361}" {
            self = .space
        } else if let spoken = scalars.lazy.compactMap(Self.letterOrDigit).first {
            self = spoken
        } else {
            self = Self.sign(first, hasEmojiSelector: scalars.contains("\u{FE0F}"))
        }
    }

    private static func letterOrDigit(_ scalar: Unicode.Scalar) -> WordCharacter? {
        if scalar.properties.isAlphabetic {
            return scalar.isOfDictionaryScript ? .dictionary : .letter
        }
        switch scalar.properties.generalCategory {
        case .decimalNumber: return .digit
        case .letterNumber, .otherNumber: return scalar.isOfDictionaryScript ? .dictionary : .letter
        default: return nil
        }
    }

    private static func sign(_ scalar: Unicode.Scalar, hasEmojiSelector: Bool) -> WordCharacter {
        switch scalar.value {
        case 0xA7, 0xA9, 0xAE, 0xB0, 0xB1, 0xD7, 0xF7, 0x2030, 0x2031, 0x2100...0x214F, 0x2212, 0x221A, 0x221E: return .symbol
        case 0xFF03, 0xFF05, 0xFF06, 0xFF0B, 0xFF1D, 0xFF20, 0x3200...0x33FF: return .symbol
        case 0x2014, 0x2015, 0x2E3A, 0x2E3B: return .dash
        case 0x2013, 0xFF0C, 0xFF0E, 0xFF1A: return .digitJoiner
        case 0x2010, 0x2011, 0xFE63, 0xFF0D: return .hyphen
        case 0x2026: return .ellipsis
        case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F, 0x30FB: return .wide
        case 0xFF01, 0xFF02, 0xFF07...0xFF0A, 0xFF0F, 0xFF1B, 0xFF1F, 0xFF3B...0xFF3D, 0xFF5B...0xFF65: return .wide
        default: break
        }
        switch scalar.properties.generalCategory {
        case .currencySymbol: return .symbol
        case .mathSymbol: return .loneSymbol
        case .otherSymbol: return scalar.properties.isEmoji ? .emoji : .mark
        default: return scalar.properties.isEmojiPresentation || hasEmojiSelector ? .emoji : .mark
        }
    }
}
