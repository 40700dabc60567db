import Synchronization

/// Holds up whoever comes to it until it is opened.
final class Gate: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    /// Lets everyone through, from now on.
    func open() {
        continuation.finish()
    }

    /// Waits until it is open.
    ///
    /// - Throws: `CancellationError`.
    func pass() async throws {
        for await _ in stream {}
        try Task.checkCancellation()
    }
}
