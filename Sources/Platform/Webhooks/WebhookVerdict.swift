/// What comes after a try to deliver.
enum WebhookVerdict: Sendable, Hashable {
    /// Nothing: it was taken.
    case delivered
    /// Another try, then.
    case retry(at: Timestamp)
    /// Nothing: it is given up.
    case failed
}
