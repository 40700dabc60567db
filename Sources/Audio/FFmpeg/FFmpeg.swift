import CFFmpeg

/// The libraries as a whole.
enum FFmpeg {
    /// The most memory that the libraries may take at once, in bytes: a header of a few bytes can ask for 2 GiB, FFmpeg's own limit.
    private static let maximumAllocation = 64 << 20

    /// Sets the libraries up, once a process: they write nothing to the standard error output, for what goes wrong comes back as an error,
    /// and take no more memory at once than audio needs.
    static func prepare() {
        _ = prepared
    }

    private static let prepared: Void = {
        av_log_set_level(AV_LOG_QUIET)
        av_max_alloc(maximumAllocation)
    }()

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
