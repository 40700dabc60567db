import Foundation

/// A narration's output that is a plain file.
public final class FileOutput: NarrationOutput {
    private let descriptor: Int32
    private let path: String
    private let removesItself: Bool

    /// Opens a file, and empties it if it is there.
    ///
    /// - Parameter removesItself: Whether the name is taken away when this is let go of; a file that was renamed before stays.
    public init(path: String, removesItself: Bool = false) throws(FileOutputError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, removesItself ? 0o666 : 0o600)
        self.path = path
        self.removesItself = removesItself
        guard descriptor >= 0 else { throw FileOutputError(code: errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if removesItself { unlink(path) }
    }

    public func restart() throws {
        guard ftruncate(descriptor, 0) == 0 else { throw FileOutputError(code: errno) }
    }

    public func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress! + written, $0.count - written, off_t(offset + written)) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw FileOutputError(code: errno) }
            written += count
        }
    }
}
