/// What answered a request. What its body says is not kept.
public struct WebAnswer: Sendable, Hashable {
    /// The status code.
    public var status: Int
    /// How long it asks to be left alone (`Retry-After`, RFC 9110); nil where it does not say.
    public var retryAfter: Duration?

    /// An answer with everything given.
    public init(status: Int, retryAfter: Duration? = nil) {
        self.status = status
        self.retryAfter = retryAfter
    }
}
