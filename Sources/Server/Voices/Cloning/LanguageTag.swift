import Speech

/// The language of a voice, by its published name.
enum LanguageTag {
    /// The language that a field names; nil where it names none.
    ///
    /// - Throws: ``RequestError``.
    static func read(_ name: String, of fields: RequestFields) throws(RequestError) -> SpokenLanguage? {
        guard let text = try fields.string(name) else { return nil }
        guard let published = PublishedLanguage(name: text), let language = SpokenLanguage(published.tag) else {
            throw .invalid(field: name, "is one of " + PublishedLanguage.all.map(\.name).joined(separator: ", "))
        }
        return language
    }
}
