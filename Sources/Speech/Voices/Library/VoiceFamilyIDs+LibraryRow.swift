extension VoiceFamilyIDs {
    /// The ids of a row of a library: those that it gives, `labs …`, `max …` and `unique …`, and the derived ones.
    ///
    /// - Throws: ``VoiceLibraryError``.
    init(libraryRow row: LibraryRow) throws(VoiceLibraryError) {
        self.init(voiceID: row[.id])
        for (family, id) in try row.pairs(.ids) {
            switch family {
            case "labs": labs = id
            case "max": max = id
            case "unique": unique = id
            default: throw row.failure("\(family) is no family with ids of its own")
            }
        }
    }
}
