/// The bytes of a file, in order, in chunks of up to 64 KiB. Each is read when it is asked for, so no more than one is in memory.
public struct FileChunks: AsyncSequence, Sendable {
    /// The most bytes a chunk has.
    public static let chunkSize = 64 * 1024

    private let range: Range<Int>
    private let source: any FileSource

    init(of source: any FileSource, range: Range<Int>) {
        self.range = range
        self.source = source
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(remaining: range, source: source)
    }

    /// Reads one chunk after the other.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var remaining: Range<Int>
        fileprivate let source: any FileSource

        /// The next chunk, or nil after the last.
        ///
        /// - Throws: ``FileStoreError``, or `CancellationError` where the task is cancelled.
        public mutating func next() async throws -> [UInt8]? {
            guard !remaining.isEmpty else {
                return nil
            }
            try Task.checkCancellation()
            let chunk = try await source.read(at: remaining.lowerBound, count: Swift.min(remaining.count, FileChunks.chunkSize))
            remaining = remaining.lowerBound + chunk.count..<remaining.upperBound
            return chunk
        }
    }
}
