import HTTPTypes
import Hummingbird

/// Where clients reach this server: what is configured, or else the host that the request itself asked for.
public struct PublicURL: Sendable {
    private let configured: String?
    private let proxies: TrustedProxies

    /// - Parameters:
    ///   - configured: The base of every link, as `https://voice.example.com`; nil to take it from each request.
    ///   - proxies: Those whose `X-Forwarded-Proto` and `X-Forwarded-Host` count.
    public init(configured: String?, proxies: TrustedProxies) {
        self.configured = configured.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        self.proxies = proxies
    }

    /// The base of links in the answer to a request, without a slash at its end.
    func base(for request: Request, context: ServerContext) -> String {
        if let configured { return configured }
        var scheme = "http"
        var host = request.head.authority ?? "localhost"
        if proxies.brought(context) {
            if request.headers[.xForwardedProto]?.lowercased() == "https" { scheme = "https" }
            if let forwarded = request.headers[.xForwardedHost], Self.isHost(forwarded) { host = forwarded }
        }
        return "\(scheme)://\(Self.isHost(host) ? host : "localhost")"
    }

    /// Whether a text is a host with an optional port and nothing else: it comes from the client, and goes into links.
    private static func isHost(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 255
            && text.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || ".-:[]_".unicodeScalars.contains($0))
            }
    }
}
