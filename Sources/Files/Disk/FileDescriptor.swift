#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// An open file or folder, closed when it is let go of. No child process inherits it. Calls that a signal interrupts are repeated.
struct FileDescriptor: ~Copyable, Sendable {
    private let number: Int32

    /// Takes over a descriptor that is open.
    init(owning number: Int32) {
        self.number = number
    }

    /// Opens a path, with `O_…` flags, and the mode that a new file gets.
    init(opening path: String, _ flags: Int32, mode: mode_t = 0o600) throws(FileStoreError) {
        number = try Self.repeating { open(path, flags | O_CLOEXEC, mode) }
    }

    deinit {
        // Never repeated: Linux has closed it even where it says EINTR.
        close(number)
    }

    /// Writes all the bytes at `offset`.
    borrowing func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(FileStoreError) {
        var done = 0
        while done < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
            done += try Self.repeating { pwrite(number, rest.baseAddress, rest.count, off_t(offset + done)) }
        }
    }

    /// Reads from 1 to `count` bytes at `offset`; ``FileStoreError/outOfRange`` where the file ends there.
    borrowing func read(at offset: Int, count: Int) throws -> [UInt8] {
        let bytes = try [UInt8](unsafeUninitializedCapacity: count) { buffer, readCount in
            readCount = try Self.repeating { pread(number, buffer.baseAddress, count, off_t(offset)) }
        }
        guard !bytes.isEmpty else {
            throw FileStoreError.outOfRange
        }
        return bytes
    }

    /// Cuts the file to nothing.
    borrowing func truncate() throws(FileStoreError) {
        _ = try Self.repeating { ftruncate(number, 0) }
    }

    /// Waits until what was written is on the disk.
    borrowing func sync() throws(FileStoreError) {
        _ = try Self.repeating { fsync(number) }
    }

    /// The size of a regular file, in bytes; what is none, is not found.
    borrowing func size() throws(FileStoreError) -> Int {
        var status = stat()
        _ = try Self.repeating { fstat(number, &status) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .notFound
        }
        return Int(status.st_size)
    }

    private static func repeating<Number: SignedInteger>(_ call: () -> Number) throws(FileStoreError) -> Number {
        while true {
            let result = call()
            if result >= 0 {
                return result
            }
            if errno != EINTR {
                throw .last
            }
        }
    }
}
