import CFFmpeg

/// The libraries as a whole.
enum FFmpeg {
    /// Keeps the libraries from writing to the standard error output, once a process: what goes wrong comes back as an error.
    static func silence() {
        _ = silenced
    }

    private static let silenced: Void = av_log_set_level(AV_LOG_QUIET)

    /// Turns a negative result into an error.
    ///
    /// - Returns: the result, where it is not negative.
    /// - Throws: ``FFmpegFailure``.
    @discardableResult
    static func check(_ result: Int32, _ operation: @autoclosure () -> String) throws -> Int32 {
        guard result >= 0 else { throw FFmpegFailure(operation(), code: result) }
        return result
    }
}
