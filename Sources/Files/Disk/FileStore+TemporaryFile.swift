extension FileStore {
    /// Stores what a temporary file holds, under a name of its own.
    ///
    /// - Throws: ``FileStoreError``.
    public func store(_ file: TemporaryFile, as name: String) async throws -> StoredFile {
        let writer = try await makeWriter(maximumSize: file.size)
        try await file.copy(to: writer)
        return try await writer.commit(as: name)
    }
}

extension TemporaryFile {
    /// How much is copied at once, in bytes.
    private static let piece = 1 << 20

    fileprivate func copy(to writer: any FileWriter) async throws {
        try await queue.run { [self] in
            for offset in stride(from: 0, to: size, by: Self.piece) { try writer.write(bytes(at: offset, count: Self.piece), at: offset) }
        }
    }
}
