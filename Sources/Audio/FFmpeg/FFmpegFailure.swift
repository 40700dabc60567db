import CFFmpeg

/// A call into FFmpeg's libraries that did not succeed, with the reason they gave.
public struct FFmpegFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was being done, as a noun phrase: `opening the encoder`.
    public let operation: String
    /// FFmpeg's (negative) error code.
    public let code: Int32

    init(_ operation: String, code: Int32) {
        self.operation = operation
        self.code = code
    }

    /// The failure of an allocation.
    static func outOfMemory(_ operation: String) -> FFmpegFailure {
        FFmpegFailure(operation, code: CFFmpeg_outOfMemory())
    }

    public var description: String {
        "\(operation) failed: \(reason)"
    }

    /// FFmpeg's own words for the code.
    private var reason: String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 128) { text in
            guard let start = text.baseAddress, av_strerror(code, start, text.count) == 0 else { return "error \(code)" }
            return String(cString: start)
        }
    }
}
