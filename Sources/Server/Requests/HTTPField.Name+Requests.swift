import HTTPTypes

extension HTTPField.Name {
    /// An alias of the bearer token.
    static let xAPIKey = Self("x-api-key")!
    /// An alias of the bearer token, as ElevenLabs' clients send it.
    static let xiAPIKey = Self("xi-api-key")!
    /// The client's own word for a request that it may repeat.
    static let idempotencyKey = Self("idempotency-key")!
    /// The request's id, in log and answer.
    static let xRequestID = Self("x-request-id")!
    /// Which scheme the client spoke to a proxy.
    static let xForwardedProto = Self("x-forwarded-proto")!
    /// Which client a proxy speaks for; each proxy adds what it saw at the end.
    static let xForwardedFor = Self("x-forwarded-for")!
    /// Which host the client asked a proxy for.
    static let xForwardedHost = Self("x-forwarded-host")!
}
