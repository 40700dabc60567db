import Hummingbird

extension ResponseBody {
    /// The length of a body, in bytes, that is handed to the connection in one piece, as soon as the answer is.
    private static let shortLength = 64 << 10

    /// The body, which holds `value` until it is sent, or can't be; a short one until it is handed to the connection.
    ///
    /// A short one stays as it is: what is in memory whole is written with its head in one go.
    func holding(_ value: some Sendable) -> ResponseBody {
        guard contentLength ?? .max > Self.shortLength else { return self }
        return ResponseBody(contentLength: contentLength) { writer in
            defer { withExtendedLifetime(value) {} }
            try await write(writer)
        }
    }
}
