extension EngineVoice {
    /// What speaks for a row of a library.
    ///
    /// - Throws: ``VoiceLibraryError``.
    init(libraryRow row: LibraryRow) throws(VoiceLibraryError) {
        let words = row[.base].split(separator: " ").map(String.init)
        guard words.count == 2, let engine = Engine(rawValue: words[0]) else { throw row.failure("\(row[.base]) is not an engine and its voice") }
        self.init(engine: engine, name: words[1], timbre: try Timbre(libraryRow: row))
    }
}
