#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Where finished files are kept: a disk, and later an object store.
///
/// A file is whole or absent, and its content never changes: it is written under a temporary name, synced, and only then given its own.
/// Names are 1 to 128 ASCII letters, digits, `-`, `_` and `.`, and do not begin with a dot. Any other is ``FileStoreError/invalidName``, so no name
/// leads out of the store.
public protocol FileStore: Sendable {
    /// Begins a file of at most `maximumSize` bytes.
    ///
    /// - Throws: ``FileStoreError``.
    func makeWriter(maximumSize: Int) async throws -> any FileWriter

    /// The size of a file, in bytes.
    ///
    /// - Throws: ``FileStoreError``, ``FileStoreError/notFound`` where there is none of that name.
    func size(of name: String) async throws -> Int

    /// Opens a file to read the bytes in `range` of it. The file can be deleted meanwhile; what was opened is read to its end.
    ///
    /// - Throws: ``FileStoreError``: ``FileStoreError/notFound`` where there is none of that name, ``FileStoreError/outOfRange`` where it is shorter.
    func read(_ name: String, range: Range<Int>) async throws -> FileChunks

    /// Deletes a file. Where there is none of that name, nothing happens.
    ///
    /// - Throws: ``FileStoreError``.
    func delete(_ name: String) async throws

    /// Lists the files a page at a time, in no particular order: nil for the first page, then ``FilePage/next`` of the one before.
    ///
    /// A file that comes or goes meanwhile may be listed or not; every other is, once.
    ///
    /// - Throws: ``FileStoreError``.
    func list(page: FilePage.Cursor?) async throws -> FilePage

    /// Deletes what was begun, last written to before `date`, and never finished: what a crash left behind.
    ///
    /// - Parameter isDryRun: Whether it only looks.
    /// - Returns: What it deleted, or would.
    /// - Throws: ``FileStoreError``.
    @discardableResult
    func sweepTemporary(olderThan date: Date, isDryRun: Bool) async throws -> [FilePage.Entry]
}
