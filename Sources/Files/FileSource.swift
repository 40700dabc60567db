/// An opened file that bytes can be read from.
protocol FileSource: AnyObject, Sendable {
    /// Reads from 1 to `count` bytes at `offset`, away from the threads that tasks run on.
    ///
    /// - Throws: ``FileStoreError``, also where the file ends there.
    func read(at offset: Int, count: Int) async throws -> [UInt8]
}
