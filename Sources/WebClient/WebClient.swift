/// Sends requests to hosts on the web that others have chosen, and so may mean harm.
///
/// Each address is checked in the moment a socket is opened to it, so a name that leads elsewhere by then gains nothing. Redirects are not followed.
/// Time, header fields and body of an answer are bounded. Proxies, cookies and stored passwords do not exist for it. TLS is verified with the system's
/// certificates. Many requests at once share a thread, which is made when there is something to send.
public final class WebClient: Sendable {
    private let rules: AddressRules
    private let resolver: NameResolver
    private let loop: CurlLoop

    /// A client.
    ///
    /// - Parameters:
    ///   - rules: Which addresses it connects to.
    ///   - timeLimit: How long a request may take in all, from looking up the name to the answer.
    ///   - lookUpLimit: How long ``hasRefusedAddress(_:)`` may take.
    public init(rules: AddressRules, timeLimit: Duration = .seconds(10), lookUpLimit: Duration = .seconds(2)) {
        self.rules = rules
        resolver = NameResolver(patience: lookUpLimit)
        loop = CurlLoop(rules: rules, timeLimit: timeLimit)
    }

    deinit {
        loop.close()
    }

    /// Sends a request, and answers what came back, whatever its status. Cancelling the task gives it up.
    public func send(_ request: WebRequest) async throws(WebClientError) -> WebAnswer {
        try await loop.send(request).get()
    }

    /// Whether a URL's host is at an address that may not be connected to, as far as can be told now: no where its name leads nowhere.
    public func hasRefusedAddress(_ url: WebURL) async -> Bool {
        await resolver.addresses(of: url.host).contains { !rules.allow($0) }
    }
}
