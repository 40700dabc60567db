import NIOCore

extension ServerContext {
    /// Does `work`, and cancels it when the client goes.
    ///
    /// - Throws: What `work` throws; `CancellationError` where the client went and `work` heeds it.
    func whileClientStays<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        let presence = try? await channel.eventLoop.submit { [channel] in
            try channel.pipeline.syncOperations.handler(type: ConnectionGuard.self).presence
        }.get()
        // A channel that is closed has no handlers any more.
        guard let presence else { throw CancellationError() }
        let task = Task { try await work() }
        presence.onLeave { task.cancel() }
        defer { presence.onLeave(nil) }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
