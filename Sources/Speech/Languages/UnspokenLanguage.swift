/// A request asks for a language that nothing here speaks.
public struct UnspokenLanguage: Error, Sendable, Hashable {
    /// The error, which says all there is to say.
    public init() {}

    /// What to tell the person, without naming the field.
    public var message: String {
        "names no language that is spoken here: give a BCP 47 tag such as en, fr or pt-BR, or leave it out to have the language detected"
    }
}
