/// A file of a disk that is open for reading.
final class DiskFileSource: FileSource {
    private let file: FileDescriptor
    private let queue: DiskQueue

    /// Opens the file at `path`, and checks that it has the bytes in `range`. Blocks.
    init(path: String, range: Range<Int>, queue: DiskQueue) throws {
        file = try FileDescriptor(opening: path, DiskFileStore.readFlags)
        self.queue = queue
        guard try range.lowerBound >= 0 && range.upperBound <= file.size() else {
            throw FileStoreError.outOfRange
        }
    }

    func read(at offset: Int, count: Int) async throws -> [UInt8] {
        try await queue.run { [self] in
            try file.read(at: offset, count: count)
        }
    }
}
