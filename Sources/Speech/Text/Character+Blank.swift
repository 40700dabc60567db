extension Character {
    /// White space through and through: a space that carries an accent is visible.
    var isBlank: Bool {
        unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    /// A bracket or quotation mark that opens.
    var isOpeningMark: Bool {
        unicodeScalars.first?.isOpeningMark ?? false
    }

    /// A bracket or quotation mark that closes, or may.
    var isClosingMark: Bool {
        unicodeScalars.first?.isClosingMark ?? false
    }
}
