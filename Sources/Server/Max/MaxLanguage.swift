import Speech

/// The languages of this family, by their published names.
enum MaxLanguage {
    /// The one that the text is plainly in.
    static let automatic = "Auto"

    /// The language that a field names; nil where it names none, or asks for an automatic choice.
    ///
    /// - Parameter allowsAutomatic: Whether it may ask for that.
    /// - Throws: ``RequestError``.
    static func read(_ fields: RequestFields, allowsAutomatic: Bool) throws(RequestError) -> PublishedLanguage? {
        guard let name = try fields.string("language") else { return nil }
        if let language = PublishedLanguage(name: name) { return language }
        guard allowsAutomatic, name.folded == automatic.folded else {
            let names = (allowsAutomatic ? [automatic] : []) + PublishedLanguage.all.map(\.name)
            throw .invalid(field: "language", "is one of " + names.joined(separator: ", "))
        }
        return nil
    }
}
