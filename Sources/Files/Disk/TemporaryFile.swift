internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// A file for a while: it has no name, so it is gone once the last that holds it lets go of it, and also when the program is killed.
public final class TemporaryFile: Sendable {
    private let file: FileDescriptor
    let queue: DiskQueue
    private let length = Mutex(0)

    private init(_ file: consuming FileDescriptor, queue: DiskQueue) {
        self.file = file
        self.queue = queue
    }

    /// A new file on the disk of `folder`, which must exist.
    ///
    /// - Throws: ``FileStoreError``: ``FileStoreError/noFolder(_:)`` where there is no such folder, ``FileStoreError/readOnly`` where it can't be
    ///   written, or another.
    public static func make(in folder: String) async throws -> TemporaryFile {
        let queue = DiskQueue()
        return try await queue.run {
            TemporaryFile(try open(in: folder), queue: queue)
        }
    }

    private static func open(in folder: String) throws(FileStoreError) -> FileDescriptor {
        let path = "\(folder)/mynah-\(String(UInt128.random(in: 0...UInt128.max), radix: 16))"
        do {
            let file = try FileDescriptor(opening: path, O_RDWR | O_CREAT | O_EXCL)
            unlink(path)
            return file
        } catch .notFound, .other(errno: ENOTDIR) {
            throw .noFolder(folder)
        }
    }

    /// How many bytes it has.
    public var size: Int {
        length.withLock { $0 }
    }

    /// Its bytes so far.
    public var chunks: FileChunks {
        FileChunks(of: self, range: 0..<size)
    }

    /// Up to `count` of its bytes from `offset` on, at once: on a thread that may wait for the disk.
    ///
    /// - Throws: ``FileStoreError``.
    public func bytes(at offset: Int, count: Int) throws -> [UInt8] {
        try file.read(at: offset, count: count)
    }

    /// Writes bytes at its end.
    ///
    /// - Throws: ``FileStoreError``: ``FileStoreError/full`` or another.
    public func append(_ bytes: ArraySlice<UInt8>) async throws {
        try await queue.run { [self] in
            try length.withLock { length in
                try bytes.withUnsafeBytes { try file.write($0, at: length) }
                length += bytes.count
            }
        }
    }
}

extension TemporaryFile: FileSource {
    func read(at offset: Int, count: Int) async throws -> [UInt8] {
        try await queue.run { [self] in
            try bytes(at: offset, count: count)
        }
    }
}
