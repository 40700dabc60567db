import CTextBoundaries

extension Unicode.Scalar {
    /// A bracket or quotation mark that opens: never the last of a line. `"` and `'` are neither this nor that.
    var isOpeningMark: Bool {
        switch self {
        case "¿", "¡": true
        case "\0"..."\u{7F}": self == "(" || self == "[" || self == "{"
        default: properties.generalCategory == .openPunctuation || properties.generalCategory == .initialPunctuation
        }
    }

    /// What may stand between a sentence's full stop and the space after it: closing brackets and quotation marks, also “ as in „German“.
    var isClosingMark: Bool {
        switch self {
        case "\"", "'", ")", "]", "}": true
        case "\0"..."\u{7F}": false
        default:
            switch properties.generalCategory {
            case .closePunctuation, .finalPunctuation, .initialPunctuation: true
            default: false
            }
        }
    }

    /// A letter, a mark on one, or a digit.
    var isWordLike: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "0"..."9": true
        case "\0"..."\u{7F}": false
        default:
            switch properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark,
                .decimalNumber, .letterNumber, .otherNumber:
                true
            default: false
            }
        }
    }

    /// A decimal digit of any script.
    var isDigit: Bool {
        self <= "\u{7F}" ? ("0"..."9").contains(self) : properties.generalCategory == .decimalNumber
    }

    /// A letter of a script that writes no spaces between words, which only a dictionary divides: Chinese, Japanese, Thai, Lao, Khmer, Burmese.
    var isOfDictionaryScript: Bool {
        guard value >= 0x0E00 else { return false }
        switch value {
        // Iteration and length marks that Unicode gives to no one script.
        case 0x3005...0x3007, 0x3021...0x3029, 0x3031...0x3035, 0x3038...0x303C, 0x30FC, 0xFF70, 0xFF9E, 0xFF9F: return true
        case 0x4E00...0x9FFF: return true
        case 0xAC00...0xD7A3: return false
        default: break
        }
        return CTextBoundaries_isOfDictionaryScript(value)
    }

    /// A line's end in any convention.
    var isNewline: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
