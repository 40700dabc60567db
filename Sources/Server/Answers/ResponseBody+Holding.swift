import Hummingbird

extension ResponseBody {
    /// The body, which holds `value` until it is sent, or can't be.
    func holding(_ value: some Sendable) -> ResponseBody {
        ResponseBody(contentLength: contentLength) { writer in
            defer { withExtendedLifetime(value) {} }
            try await write(writer)
        }
    }
}
