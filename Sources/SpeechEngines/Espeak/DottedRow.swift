/// A row of single letters with dots behind them, as a text is read on: `a.b.c.`, `J. R. R.`.
struct DottedRow {
    /// How many letters and digits stand side by side here.
    private var letters = 0
    /// How many dots are behind single letters since the last space.
    private var dots = 0
    /// Its size, in UTF-8 bytes.
    private var size = 0

    /// Takes the next character in.
    ///
    /// - Parameter limit: The size from which on a row must end, in UTF-8 bytes.
    /// - Returns: Whether the character is a dot that it must end at. A dot that may end a sentence is none: one behind the only letter since a space.
    mutating func ends(at scalar: Unicode.Scalar, limit: Int) -> Bool {
        size += UTF8.width(scalar)
        switch scalar {
        case ".":
            let isBehindLetter = letters == 1
            letters = 0
            guard isBehindLetter else { return false }
            dots += 1
            guard dots > 1, size > limit else { return false }
            (dots, size) = (0, 0)
            return true
        // Other spaces do not part words for espeak-ng.
        case " ", "\t", "\n", "\r":
            (letters, dots) = (0, 0)
        default:
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                letters += 1
                // A word, which is no part of a row.
                if letters > 1 { size = 0 }
            } else if scalar.properties.canonicalCombiningClass == .notReordered {
                letters = 0
            }
        }
        return false
    }
}
