import TestSupport

/// The server that every test uses that needs none of its own.
enum SharedServer {
    private static let start = Task { try await RunningServer.start() }

    /// The server, started by whoever needs it first.
    static var running: RunningServer {
        get async throws { try await start.value }
    }
}
