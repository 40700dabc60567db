/// What kinds of credits there are.
public enum CreditGrantKind: String, Sendable {
    /// A plan's, anew each month.
    case regular
    /// Given away, until a date.
    case promotional
    /// Bought; they never expire.
    case permanent
    /// What an unmetered user lacked for a task. It has ended from the start: what comes back of it is not there to be spent.
    case unmetered
}
