import NIOCore

extension ServerContext {
    /// Whether the connection's client is still there.
    ///
    /// - Throws: `CancellationError` where it has gone.
    func presence() async throws -> ClientPresence {
        let presence = try? await channel.eventLoop.submit { [channel] in
            try channel.pipeline.syncOperations.handler(type: ConnectionGuard.self).presence
        }.get()
        // A channel that is closed has no handlers any more.
        guard let presence else { throw CancellationError() }
        return presence
    }

    /// Does `work`, and cancels it when the client goes.
    ///
    /// - Throws: What `work` throws; `CancellationError` where the client went and `work` heeds it.
    func whileClientStays<Result: Sendable>(_ work: @escaping @Sendable () async throws -> Result) async throws -> Result {
        try await presence().whileHere(work)
    }
}
