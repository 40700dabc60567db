import Database
import Files
import Foundation

/// Writes all of an installation into one archive, as it stands at one moment, while a server may be at work on it.
public struct BackupWriter: Sendable {
    private let database: SQLiteDatabase
    private let store: DiskFileStore
    private let folder: BackupFolder
    private let version: String
    private let clock: WallClock
    private let ids: IDSource

    /// A writer of what `database` and `store` hold.
    ///
    /// - Parameters:
    ///   - folder: An empty folder to prepare it in, on the store's file system.
    ///   - version: This program's.
    public init(database: SQLiteDatabase, store: DiskFileStore, folder: URL, version: String, clock: WallClock, ids: IDSource) {
        self.database = database
        self.store = store
        self.folder = BackupFolder(url: folder)
        self.version = version
        self.clock = clock
        self.ids = ids
    }

    /// Writes the archive to `output`.
    ///
    /// - Returns: What it says of itself.
    /// - Throws: ``BackupError``, `DatabaseError`, `FileStoreError`, `CancellationError`.
    public func write(to output: FileHandle) async throws -> BackupManifest {
        let now = clock.now
        try await database.copy(to: folder.database.path)
        let files = try await gatherFiles(at: now)
        let manifest = BackupManifest(
            version: version, createdAt: now.rfc3339, databaseSize: BackupFolder.size(of: folder.database) ?? 0, fileCount: files.count,
            fileSize: files.size, omittedFileCount: files.omitted)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try (encoder.encode(manifest) + Data("\n".utf8)).write(to: folder.manifest)
        do {
            try await TarArchive.write(
                [BackupFolder.manifestName, BackupFolder.databaseName, BackupFolder.filesName], in: folder.url, to: output)
        } catch let error as TarError {
            throw BackupError("The backup can't be written. \(error)")
        }
        return manifest
    }

    /// Gives the files that the copy of the database names a second name each, so that none goes while it is written.
    ///
    /// What was deleted since the database was copied is deleted in the copy, too.
    private func gatherFiles(at now: Timestamp) async throws -> (count: Int, size: Int, omitted: Int) {
        let copy = try SQLiteDatabase(path: folder.database.path)
        let queue = TaskQueue(database: copy, clock: clock, ids: ids)
        let gathered = try folder.store()
        var (count, size, omitted) = (0, 0, 0)
        try await copy.forEachPageOfStoredFiles { page in
            let missing = Set(try await gathered.adopt(page.map(\.name), from: store))
            for name in missing {
                try await queue.deleteTasks(withFile: name)
                try await copy.write { _ = try VoiceClones($0).deleteClones(withFile: name, at: now) }
            }
            omitted += missing.count
            for file in page where !missing.contains(file.name) {
                count += 1
                size += file.size
            }
        }
        try await copy.close()
        return (count, size, omitted)
    }
}
