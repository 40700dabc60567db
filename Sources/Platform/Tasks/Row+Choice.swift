import Database

extension Row {
    /// One of a few words, as a column holds it.
    ///
    /// - Throws: ``PlatformError/notFound(_:)`` for a word that this version does not know.
    func choice<Choice: RawRepresentable<String>>(_ column: String) throws -> Choice {
        let word: String = try get(column)
        guard let choice = Choice(rawValue: word) else { throw PlatformError.notFound("This version does not know the \(column) \(word).") }
        return choice
    }
}
