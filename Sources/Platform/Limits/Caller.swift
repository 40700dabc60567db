/// Whom a request counts for.
public enum Caller: Sendable, Hashable {
    /// A key and its user.
    case key(Principal)
    /// An address, by a request with a key that opens nothing.
    case failedKey(address: String)
    /// An address, by a request without a key.
    case address(String)
}
