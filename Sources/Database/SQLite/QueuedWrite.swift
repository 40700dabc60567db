/// A write that waits for its turn, without the type of what it returns.
struct QueuedWrite: Sendable {
    /// Runs the write, and returns how to tell its caller once it is committed. It may run more than once.
    let body: @Sendable (any DatabaseConnection) throws -> @Sendable () -> Void
    /// Tells its caller that it has failed.
    let fail: @Sendable (any Error) -> Void
}
