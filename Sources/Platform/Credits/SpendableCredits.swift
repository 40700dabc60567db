/// Credits that can be spent until a time.
public struct SpendableCredits: Sendable, Hashable {
    /// How many.
    public var amount: Int
    /// When they end; nil for never.
    public var expiresAt: Timestamp?

    /// So many credits, until a time.
    public init(amount: Int, expiresAt: Timestamp?) {
        self.amount = amount
        self.expiresAt = expiresAt
    }
}
