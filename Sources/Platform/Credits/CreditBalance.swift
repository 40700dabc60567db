/// What a user can spend.
public struct CreditBalance: Sendable, Hashable {
    /// Credits that expire: the plan's of this month, and promotional ones.
    public var regular: Int
    /// Credits that never expire; of an unmetered user, ``unmeteredAllowance`` more than they were given.
    public var permanent: Int
    /// When the plan's credits are given anew: the start of next month.
    public var resetAt: Timestamp

    /// What an unmetered user can spend at any time: more than anything costs, and few enough for programs that count in 32 bits.
    public static let unmeteredAllowance = 1_000_000_000

    /// All that can be spent.
    public var total: Int {
        regular + permanent
    }
}
