/// A read or a write that waits for its turn, without the type of what it returns.
struct QueuedAccess: Sendable {
    /// Runs it, and returns how to tell its caller once its transaction is over. It may run more than once.
    let body: @Sendable (any DatabaseConnection) throws -> @Sendable () -> Void
    /// Tells its caller that it has failed.
    let fail: @Sendable (any Error) -> Void
}
