/// Where a delivery stands.
public enum WebhookState: String, Sendable, CaseIterable {
    /// It is to be tried, for the first time or again.
    case waiting
    /// It was taken.
    case delivered
    /// It is given up.
    case failed
}
