/// What is wrong with a URL.
public enum WebURLError: Error, Sendable, Hashable {
    /// It has more bytes than are taken.
    case tooLong(limit: Int)
    /// It holds spaces, controls, or letters of other alphabets.
    case notASCII
    /// It begins otherwise than with `http://` or `https://`.
    case unknownScheme
    /// It carries a user name or a password.
    case credentials
    /// Its host is not in the one usual form.
    case invalidHost
    /// Its port is none.
    case invalidPort
    /// It can't be read as a URL.
    case malformed

    /// What to tell the person; it goes on where the URL's name ends.
    public var message: String {
        switch self {
        case .tooLong(let limit): "has at most \(limit) bytes"
        case .notASCII: "is a URL in ASCII without spaces: other letters are written as xn--… in a host, and as %… in a path"
        case .unknownScheme: "begins with http:// or https://"
        case .credentials: "carries no user name and no password"
        case .invalidHost: "names its host by letters, digits and hyphens with dots between, or by an IP address in its usual form"
        case .invalidPort: "has a port from 1 to 65535, if it names one"
        case .malformed: "is a URL, as https://example.com/hook"
        }
    }
}
