import Database
import Files
import Foundation

/// A backup that was found to be in order, ready to be put in place.
public struct UnpackedBackup: Sendable {
    /// What there is in it.
    public struct Counts: Sendable, Hashable {
        public var users: Int
        public var keys: Int
        public var tasks: Int

        init(_ connection: any DatabaseConnection) throws {
            // Rows of what is deleted stay for the ledger's sake.
            users = try Self.count("users WHERE deleted_at IS NULL", connection)
            keys = try Self.count("api_keys", connection)
            tasks = try Self.count("tasks WHERE state <> 'deleted'", connection)
        }

        private static func count(_ rows: SQL, _ connection: any DatabaseConnection) throws -> Int {
            try connection.row("SELECT COUNT(*) AS number FROM \(rows)")?.get("number") ?? 0
        }
    }

    /// What it says of itself.
    public let manifest: BackupManifest
    /// What there is in it.
    public let counts: Counts
    private let folder: BackupFolder

    init(manifest: BackupManifest, counts: Counts, folder: BackupFolder) {
        self.manifest = manifest
        self.counts = counts
        self.folder = folder
    }

    /// Puts the backup in the place of what `database` and `store` hold, which a server may be at work on.
    ///
    /// The files come first, over none that is there, and then all of the database in one step: whenever this is cut off, there is the one state or the
    /// other.
    ///
    /// - Throws: `DatabaseError`, `FileStoreError`, `CancellationError`.
    public func restore(to database: SQLiteDatabase, _ store: DiskFileStore) async throws {
        try await adoptFiles(store)
        try await store.sync()
        try await database.replace(byDatabaseAt: folder.database.path)
        // What a task that was deleted in the meantime took along.
        try await adoptFiles(store)
    }

    private func adoptFiles(_ store: DiskFileStore) async throws {
        let unpacked = try folder.store()
        let source = try SQLiteDatabase(path: folder.database.path)
        try await source.forEachPageOfStoredFiles { page in
            _ = try await store.adopt(page.map(\.name), from: unpacked)
        }
        try await source.close()
    }
}
