/// Who a request comes from.
public struct Principal: Sendable, Hashable {
    /// The user's id.
    public var userID: String
    /// The id of the key that the request carried.
    public var keyID: String
    /// What the key may be used for.
    public var scopes: KeyScopes

    /// The user `userID`, by the key `keyID`.
    public init(userID: String, keyID: String, scopes: KeyScopes = .standard) {
        self.userID = userID
        self.keyID = keyID
        self.scopes = scopes
    }

    /// Checks that the key has one of `scopes`.
    ///
    /// - Throws: ``PlatformError/missingScope(_:)``.
    public func require(anyOf scopes: [KeyScope]) throws(PlatformError) {
        guard scopes.contains(where: self.scopes.contains) else { throw .missingScope(scopes) }
    }
}
