import TestSupport

/// The server that every test uses that needs none of its own.
enum SharedServer {
    private static let start = Task {
        // Several tests try keys that open nothing, and all of them together ask for more, and for more at once, than one key may: a fast machine the more.
        try await RunningServer.start(environment: [
            "MYNAH_LIMITS_FAILURES_PER_ADDRESS": "1000000", "MYNAH_LIMITS_REQUESTS_PER_KEY": "1000000", "MYNAH_LIMITS_REQUESTS_PER_USER": "1000000",
            "MYNAH_LIMITS_REQUESTS_PER_ADDRESS": "1000000", "MYNAH_LIMITS_CONCURRENT_REQUESTS_PER_KEY": "10000",
            "MYNAH_LIMITS_CONCURRENT_REQUESTS_PER_USER": "10000",
        ])
    }

    /// The server, started by whoever needs it first.
    static var running: RunningServer {
        get async throws { try await start.value }
    }
}
