import WebClient

/// A URL that webhooks may be sent to, as far as that could be told when it was given.
public struct WebhookTarget: Sendable, Hashable {
    /// The URL.
    public let url: String

    init(_ url: WebURL) {
        self.url = url.text
    }
}
