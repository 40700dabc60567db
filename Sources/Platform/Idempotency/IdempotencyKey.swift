/// What makes a request the same as an earlier one.
public struct IdempotencyKey: Sendable, Hashable {
    /// The client's own word for it.
    let key: String
    /// The method and path that it was sent to.
    let operation: String
    /// A hash of its content, after parsing.
    let fingerprint: String

    /// The longest key, in characters.
    public static let limit = 255

    /// A request with the client's `key`, sent to `operation` (`POST /api/v1/tts`).
    ///
    /// - Parameter content: What was asked for, after parsing: however it was written, the same is the same.
    /// - Throws: ``PlatformError/invalid(field:_:)`` for a key that is empty, too long, or holds what can't be printed.
    public init(key: String, operation: String, content: some Encodable) throws {
        guard (1...Self.limit).contains(key.utf8.count), key.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw PlatformError.invalid(field: "Idempotency-Key", "has 1 to \(Self.limit) printable ASCII characters")
        }
        self.key = key
        self.operation = operation
        fingerprint = try StoredJSON.hash(of: content)
    }
}
