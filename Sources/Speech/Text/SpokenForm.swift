import Foundation

/// What is read out for characters that engines have no sound for, though they are but other ways of writing letters and digits: `１２`, `𝐇`, `ﬁ`, `①`, `ｶﾞ`,
/// `℃`, digits of any script, and letters whose marks are written as characters of their own.
///
/// The forms are Unicode's compatibility forms (Standard Annex #15, NFKC), the values of numbers (UnicodeData.txt), and for letters with marks the composed ones
/// (NFC). Superscripts, fractions and signs such as `™` stay as they are: engines have words of their own for them.
public enum SpokenForm {
    /// What is read out for a character; nil where that is the character itself.
    public static func of(_ character: Character) -> String? {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return nil }
        if scalars.count == 1 { return first.isASCII ? nil : of(first) }
        let text = String(character)
        if scalars.contains(where: hasForm) { return text.precomposedStringWithCompatibilityMapping }
        // Not where composing takes apart, as it does with some letters of Hindi and Hebrew.
        let composed = text.precomposedStringWithCanonicalMapping
        return composed.unicodeScalars.count < scalars.count ? composed : nil
    }

    /// What is read out for a character that stands alone; nil where that is the character itself.
    static func of(_ scalar: Unicode.Scalar) -> String? {
        if hasForm(scalar) {
            let form = String(scalar).precomposedStringWithCompatibilityMapping
            if !form.unicodeScalars.elementsEqual(CollectionOfOne(scalar)) { return form }
        }
        return number(scalar)
    }

    /// Whether a character is a number that engines read, as it is or by its form.
    static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.properties.numericType != nil else { return false }
        return scalar.isASCII || unchangedNumbers.contains { $0.contains(scalar.value) } || of(scalar) != nil
    }

    /// The digits of a number of another script, or of one in a circle or brackets; the latter with a space, for they stand apart from what follows.
    private static func number(_ scalar: Unicode.Scalar) -> String? {
        guard !scalar.isASCII, !unchangedNumbers.contains(where: { $0.contains(scalar.value) }) else { return nil }
        let category = scalar.properties.generalCategory
        guard [.decimalNumber, .letterNumber, .otherNumber].contains(category), let value = scalar.properties.numericValue else { return nil }
        guard value == value.rounded(), (0...1_000_000).contains(value) else { return nil }
        return "\(Int(value))" + (category == .decimalNumber ? "" : " ")
    }

    private static func hasForm(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x132 && forms.contains { $0.contains(scalar.value) }
    }

    /// Superscripts, subscripts, vulgar fractions, and the zero that Chinese writes as a circle.
    private static let unchangedNumbers: [ClosedRange<UInt32>] = [
        0xB2...0xB3, 0xB9...0xB9, 0xBC...0xBE, 0x2070...0x2089, 0x2150...0x215F, 0x2189...0x2189, 0x3007...0x3007,
    ]

    /// The characters that are spoken by their compatibility forms: of Unicode's blocks those that are other ways of writing.
    private static let forms: [ClosedRange<UInt32>] = [
        // Pairs of letters in one, and the long s.
        0x132...0x133, 0x17F...0x17F, 0x1C4...0x1CC, 0x1F1...0x1F3,
        // Letters in special type, and degrees; not the signs of numero, service marks and trade marks.
        0x2100...0x2115, 0x2118...0x211D, 0x2124...0x214F,
        // Roman numerals; letters in circles and brackets.
        0x2160...0x217F, 0x249C...0x24E9,
        // Radicals, and what is written into a circle or square: `㈱`, `㎏`.
        0x2E80...0x2FDF, 0x3200...0x321E, 0x322A...0x3247, 0x3260...0x327E, 0x328A...0x32B0, 0x32C0...0x33FF,
        // Ligatures, and the forms that letters take in a word.
        0xFB00...0xFB4F, 0xFB50...0xFDFB, 0xFE70...0xFEFC,
        // Wide and narrow letters, digits and signs; not wide punctuation, behind which stands no space.
        0xFF03...0xFF06, 0xFF0B...0xFF0B, 0xFF10...0xFF19, 0xFF1D...0xFF1D, 0xFF20...0xFF3A, 0xFF41...0xFF5A, 0xFF61...0xFFDC, 0xFFE0...0xFFE6,
        // Letters and digits of mathematics, and letters in squares.
        0x1D400...0x1D7FF, 0x1EE00...0x1EEBB, 0x1F110...0x1F16C,
    ]
}
