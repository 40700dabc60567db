import Glibc

/// Bytes of a known number that can be read from anywhere: a file, or memory.
public struct ByteSource {
    /// How many there are.
    public let byteCount: Int
    /// Reads bytes into a buffer, from an offset on, and returns how many it read; 0 only at the end.
    public let read: (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) throws -> Int

    /// A source that reads by a closure.
    public init(byteCount: Int, read: @escaping (_ offset: Int, _ buffer: UnsafeMutableRawBufferPointer) throws -> Int) {
        self.byteCount = byteCount
        self.read = read
    }

    /// Bytes in memory.
    public init(_ bytes: [UInt8]) {
        self.init(byteCount: bytes.count) { offset, buffer in
            guard offset >= 0, offset < bytes.count else { return 0 }
            let count = min(buffer.count, bytes.count - offset)
            bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
            return count
        }
    }

    /// A regular file, which stays open as long as the source is there.
    ///
    /// - Throws: ``AudioDecodingError/unreadable(path:)``.
    public init(path: String) throws {
        let file = try OpenFile(path: path)
        self.init(byteCount: file.byteCount) { try file.read(at: $0, into: $1) }
    }
}

extension ByteSource {
    /// A file's descriptor.
    private final class OpenFile {
        let byteCount: Int
        private let path: String
        private let descriptor: CInt

        init(path: String) throws {
            // Without O_NONBLOCK the opening of a pipe would wait for a writer.
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            guard descriptor >= 0 else { throw AudioDecodingError.unreadable(path: path) }
            var status = stat()
            guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
                close(descriptor)
                throw AudioDecodingError.unreadable(path: path)
            }
            self.path = path
            self.descriptor = descriptor
            self.byteCount = status.st_size
        }

        deinit {
            close(descriptor)
        }

        func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
            while true {
                let count = pread(descriptor, buffer.baseAddress, buffer.count, offset)
                if count >= 0 { return count }
                guard errno == EINTR else { throw AudioDecodingError.unreadable(path: path) }
            }
        }
    }
}
