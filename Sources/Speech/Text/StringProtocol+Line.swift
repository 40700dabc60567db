extension StringProtocol {
    /// Whether it is a line that reads as it is written, and so can stand in a list or a table, and tells a terminal nothing: it has no control characters, no ends
    /// of lines, and none of the marks that turn the direction of what follows them (Unicode Standard Annex #9, sections 2.1 to 2.4), by which a text
    /// shows as another. Those that a word of its own language needs are fine.
    public var isOneLine: Bool {
        unicodeScalars.allSatisfy { scalar in
            ![.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory) && !scalar.turnsDirection
        }
    }

    /// Whether all its lines are such lines; tabs may be in them.
    public var isParagraph: Bool {
        split { ["\n", "\r\n", "\r", "\t"].contains($0) }.allSatisfy(\.isOneLine)
    }
}

extension Unicode.Scalar {
    fileprivate var turnsDirection: Bool {
        (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }
}
