import Foundation
import Speech

/// A text as Flite can read it, ASCII, that knows where each of its bytes came from.
struct FliteText {
    /// The ASCII text.
    private(set) var bytes: [UInt8] = []
    /// For each byte, the UTF-8 offset in the original where what it stands for begins; one more for the end.
    private(set) var origins: [Int] = []

    init(_ text: Substring, offset: Int) {
        var position = offset
        for scalar in text.unicodeScalars {
            let ascii = Self.ascii(of: scalar)
            // Flite pauses at a comma only where it follows a word at once.
            if ascii.first == UInt8(ascii: ",") { dropTrailingSpaces() }
            for byte in ascii {
                bytes.append(byte)
                origins.append(position)
            }
            position += UTF8.width(scalar)
        }
        origins.append(position)
    }

    private mutating func dropTrailingSpaces() {
        while bytes.last == UInt8(ascii: " ") {
            bytes.removeLast()
            origins.removeLast()
        }
    }

    /// Letters without their marks, typographic signs in their plain forms; what Flite has no sound for is a space.
    private static func ascii(of scalar: Unicode.Scalar) -> [UInt8] {
        if scalar.isASCII { return [UInt8(scalar.value)] }
        if let plain = plainForms[scalar] { return Array(plain.utf8) }
        let letters = (SpokenForm.of(Character(scalar)) ?? String(scalar)).decomposedStringWithCompatibilityMapping.unicodeScalars
        if letters.contains(where: { $0.properties.generalCategory == .nonspacingMark }), letters.count == 1 { return [] }
        // A fraction is one number, whatever stands before it.
        if letters.contains("\u{2044}") { return [UInt8(ascii: " ")] + letters.map { $0.isASCII ? UInt8($0.value) : UInt8(ascii: "/") } }
        let ascii = letters.filter(\.isASCII).map { UInt8($0.value) }
        return ascii.isEmpty ? [UInt8(ascii: " ")] : ascii
    }

    private static let plainForms: [Unicode.Scalar: String] = [
        "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{2013}": ", ", "\u{2014}": ", ", "\u{2026}": ", ",
        "\u{DF}": "ss", "\u{E6}": "ae", "\u{C6}": "Ae", "\u{F8}": "o", "\u{D8}": "O", "\u{153}": "oe", "\u{152}": "Oe", "\u{142}": "l",
        "\u{141}": "L", "\u{111}": "d", "\u{110}": "D", "\u{F0}": "th", "\u{D0}": "Th", "\u{FE}": "th", "\u{DE}": "Th", "\u{131}": "i",
        "\u{20AC}": " euros ", "\u{A3}": " pounds ", "\u{B0}": " degrees ", "\u{D7}": " times ",
    ]
}
