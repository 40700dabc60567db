/// Whom a task tells of its end, and how.
public struct TaskWebhook: Sendable, Hashable {
    /// Where it is sent; checked.
    public var target: WebhookTarget
    /// The name of the format that makes its body (``WebhookFormat/name``).
    public var format: String
    /// The base of links in its body.
    public var linkBase: String

    /// A webhook with everything given.
    public init(target: WebhookTarget, format: String, linkBase: String) {
        self.target = target
        self.format = format
        self.linkBase = linkBase
    }
}
