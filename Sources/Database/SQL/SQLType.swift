/// The types a stored value can have.
public enum SQLType: String, Hashable, Sendable {
    /// A whole number of 64 bits with a sign.
    case integer
    /// A floating-point number of 64 bits.
    case real
    /// Unicode text.
    case text
    /// Bytes.
    case blob
}
