/// A file in the making. Only ``commit(as:)`` makes it one that can be read; letting go of the writer discards it.
public protocol FileWriter: AnyObject, Sendable {
    /// Writes bytes at `offset`, counted from the file's start: after what is there, or over it. What is left out between reads as zeros.
    ///
    /// Blocks until the system has taken the bytes, so it is called on a thread that may wait. After it has thrown, the file can only be discarded.
    ///
    /// - Throws: ``FileStoreError``: ``FileStoreError/full``, ``FileStoreError/tooLarge(maximum:)``, or another.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws

    /// Forgets what was written, so that the file begins anew: unless it was committed or discarded.
    ///
    /// - Throws: ``FileStoreError``.
    func restart() throws

    /// Ends the file: once this returns, it is there under `name`, whole, and survives a loss of power. Whatever fails, it is discarded.
    ///
    /// - Throws: ``FileStoreError``: ``FileStoreError/alreadyExists`` where there is a file of that name, which stays as it is; the error that an
    ///   earlier write threw; or another.
    func commit(as name: String) async throws -> StoredFile

    /// Drops the file. After it was committed or discarded, nothing happens.
    func discard()
}

extension FileWriter {
    /// Writes bytes at `offset`: see ``write(_:at:)-(UnsafeRawBufferPointer,_)``.
    public func write(_ bytes: [UInt8], at offset: Int) throws {
        try bytes.withUnsafeBytes { try write($0, at: offset) }
    }
}
