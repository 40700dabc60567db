/// Who a request comes from.
public struct Principal: Sendable, Hashable {
    /// The user's id.
    public var userID: String
    /// The id of the key that the request carried.
    public var keyID: String

    /// The user `userID`, by the key `keyID`.
    public init(userID: String, keyID: String) {
        self.userID = userID
        self.keyID = keyID
    }
}
