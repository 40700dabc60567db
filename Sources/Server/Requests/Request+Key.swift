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
