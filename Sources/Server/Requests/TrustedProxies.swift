import Hummingbird

/// The proxies in front of this server whose word on where a request comes from counts.
public struct TrustedProxies: Sendable {
    private let addresses: Set<String>

    /// The proxies at `addresses`.
    public init(addresses: Set<String>) {
        self.addresses = addresses
    }

    /// Whether one of them is at `address`.
    func include(_ address: String) -> Bool {
        addresses.contains(address)
    }

    /// Whether a request comes through one of them.
    func brought(_ context: ServerContext) -> Bool {
        include(context.address)
    }

    /// The address of the client itself: what the nearest proxy saw, if it is one of them; else the connection's.
    func client(of request: Request, context: ServerContext) -> String {
        guard brought(context), let forwarded = request.headers[.xForwardedFor]?.split(separator: ",").last else { return context.address }
        // It goes into counts: a proxy's word is short.
        return String(forwarded.filter { $0 != " " }.prefix(64))
    }
}
