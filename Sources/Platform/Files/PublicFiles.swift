import Database
import Files
import Foundation

/// The finished files: what tasks came to, and the samples of cloned voices. Each task has a name of its own, which nobody guesses, for a stored file that
/// it may share with others of its user.
public struct PublicFiles: Sendable {
    private let database: any Database
    let store: any FileStore

    /// The files that `database` names, kept in `store`.
    public init(database: any Database, store: any FileStore) {
        self.database = database
        self.store = store
    }

    /// The file of that name.
    ///
    /// - Throws: ``PlatformError/notFound(_:)``.
    public func file(_ name: String) async throws -> PublicFile {
        let row = try await database.lookUp(
            """
            SELECT files.name AS name, blob_name, content_type, size FROM files JOIN blobs ON blobs.name = blob_name WHERE files.name = \(name)
            UNION ALL SELECT file_name, file_name, content_type, size FROM voice_samples WHERE file_name = \(name)
            UNION ALL SELECT file_name, file_name, content_type, size FROM recordings WHERE file_name = \(name) AND content_type IS NOT NULL
            """)
        guard let row else { throw PlatformError.notFound("There is no such file.") }
        return try PublicFile(row: row)
    }

    /// The bytes of a file in `range`, piece by piece, as they are asked for.
    ///
    /// - Throws: ``PlatformError/notFound(_:)`` where the file was deleted meanwhile, `FileStoreError`.
    public func bytes(of file: PublicFile, in range: Range<Int>) async throws -> some AsyncSequence<[UInt8], any Error> & Sendable {
        do {
            return try await store.read(file.blobName, range: range)
        } catch FileStoreError.notFound {
            _ = try await self.file(file.name)
            // It should be there.
            throw FileStoreError.notFound
        }
    }

    /// Deletes a stored file that no row names any more.
    func delete(_ name: String) async throws {
        try await store.delete(name)
    }
}
