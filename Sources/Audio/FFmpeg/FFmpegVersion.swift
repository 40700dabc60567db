import CFFmpeg

/// Which FFmpeg is linked.
public enum FFmpegVersion {
    /// Its version, as its makers or packagers write it: `5.1.9-0+deb12u1`.
    public static var text: String {
        av_version_info().map { String(cString: $0) } ?? "unknown"
    }
}
