/// What a request has at a field.
enum FieldValue: Sendable {
    /// Nothing, or `null`.
    case missing
    /// A text.
    case string(String)
    /// A number.
    case number(Double)
    /// A boolean.
    case boolean(Bool)
    /// A file.
    case file(UploadedFile)
    /// A text that is not written as JSON has it: half a surrogate pair, a bare line break.
    case malformed
    /// Something else.
    case other
}
