/// What a user can spend.
public struct CreditBalance: Sendable, Hashable {
    /// Credits that expire: the plan's of this month, and promotional ones.
    public var regular: Int
    /// Credits that never expire.
    public var permanent: Int
    /// When the plan's credits are given anew: the start of next month.
    public var resetAt: Timestamp

    /// All that can be spent.
    public var total: Int {
        regular + permanent
    }
}
