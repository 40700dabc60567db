import Foundation

extension String {
    /// The text as names and tags are compared: in small letters without marks, with a space for each hyphen, underscore and stretch of white space, and none
    /// at its ends.
    public var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased().spaced }
        // Letters that Unicode does not take apart.
        let others: [Unicode.Scalar: String] = ["ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"]
        var plain = ""
        for scalar in lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars where !Self.isMark(scalar) {
            if let other = others[scalar] { plain += other } else { plain.unicodeScalars.append(scalar) }
        }
        return plain.spaced
    }

    private var spaced: String {
        split { $0.isWhitespace || $0 == "-" || $0 == "_" }.joined(separator: " ")
    }

    /// A mark on a letter of the European scripts; elsewhere vowels are marks, too.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        (0x300...0x36F).contains(scalar.value)
    }
}
