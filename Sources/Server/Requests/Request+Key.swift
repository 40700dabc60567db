import HTTPTypes
import Hummingbird

extension Request {
    /// The key that the request carries, as a bearer token or in one of the headers that clients of these APIs use; nil where there is none.
    var key: String? {
        // A proxy may have a word of its own there; the key is then in another header.
        headers[.authorization].flatMap(Self.bearerToken) ?? headers[.xAPIKey] ?? headers[.xiAPIKey]
    }

    /// The token of `Bearer <token>`; nil for anything else. By bytes: every request passes here.
    private static func bearerToken(in field: String) -> String? {
        let scheme = "bearer".utf8
        let bytes = field.utf8
        guard bytes.count > scheme.count, bytes.prefix(scheme.count).elementsEqual(scheme, by: { $0 | 0x20 == $1 }) else { return nil }
        let rest = bytes.dropFirst(scheme.count)
        let token = rest.drop { $0 == UInt8(ascii: " ") }
        guard token.count < rest.count, !token.isEmpty, !token.contains(UInt8(ascii: " ")) else { return nil }
        return String(token)
    }
}

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
