import WebClient

/// Tells where webhooks may be sent: nowhere but to the public internet, and what an operator allows beside it.
public struct WebhookTargets: Sendable {
    private let client: WebClient

    /// Targets that `client` may reach.
    public init(client: WebClient) {
        self.client = client
    }

    /// Checks a URL. One whose host can't be found now is taken: it is looked for again when there is something to deliver, and checked then as well.
    ///
    /// - Parameter field: What the caller's family calls the URL, for errors.
    /// - Throws: ``PlatformError/invalid(field:_:)``.
    public func target(_ text: String, field: String) async throws(PlatformError) -> WebhookTarget {
        let url: WebURL
        do {
            url = try WebURL(text)
        } catch {
            throw PlatformError.invalid(field: field, error.message)
        }
        guard await !client.hasRefusedAddress(url) else {
            throw PlatformError.invalid(
                field: field, "leads to an address that is not on the public internet: an operator may allow it (webhooks.allowed-ranges)")
        }
        return WebhookTarget(url)
    }
}
