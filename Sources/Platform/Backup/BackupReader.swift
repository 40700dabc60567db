import Database
import Files
import Foundation

/// Unpacks an archive that ``BackupWriter`` wrote, or somebody who wants to do harm, and looks at all of it before anything else happens.
public struct BackupReader: Sendable {
    private let file: URL
    private let folder: BackupFolder

    /// A reader of the archive `file`.
    ///
    /// - Parameter folder: An empty folder to unpack it in, on the file system of the data folder.
    public init(file: URL, folder: URL) {
        self.file = file
        self.folder = BackupFolder(url: folder)
    }

    /// Unpacks the archive, checks that it is whole and fits together, and brings its database up to date.
    ///
    /// - Throws: ``BackupError``, `DatabaseError`, `FileStoreError`, `CancellationError`.
    public func unpack() async throws -> UnpackedBackup {
        try await extract()
        let manifest = try readManifest()
        do {
            let database = try SQLiteDatabase(path: folder.database.path)
            guard try await database.isWhole() else { throw damaged("its database is") }
            try await database.migrate(Schema.migrations)
            try await checkFiles(of: database, manifest)
            let counts = try await database.read { try UnpackedBackup.Counts($0) }
            try await database.close()
            return UnpackedBackup(manifest: manifest, counts: counts, folder: folder)
        } catch let error as DatabaseError where error.kind == .newerDatabase {
            throw newer(than: manifest)
        } catch let error as DatabaseError where error.kind == .corrupt {
            throw damaged("its database is")
        }
    }

    private func extract() async throws {
        do {
            let archive = try TarArchive(file)
            let unpacked = UnpackedSize()
            try await archive.checkEntries { entry in
                guard
                    entry.isFolder || [BackupFolder.manifestName, BackupFolder.databaseName].contains(entry.path) || DiskFileStore.keeps(entry.path)
                else { throw TarError.unexpected(String(entry.path.prefix(200))) }
                // What is longer unpacked than packed fills the disk.
                guard unpacked.add(entry.size) <= archive.size else { throw TarError.unexpected("more than its own size") }
            }
            try await archive.unpack(into: folder.url)
        } catch FileStoreError.notFound {
            throw BackupError("\(file.path) is not there, or no file: name a backup that `mynah backup` wrote.")
        } catch let error as TarError where error != .missing {
            throw BackupError("\(file.path) is no backup of Mynah, or a damaged one: nothing was changed. \(error)")
        }
    }

    private func readManifest() throws -> BackupManifest {
        guard let size = BackupFolder.size(of: folder.manifest), size <= BackupManifest.sizeLimit,
            let manifest = try? JSONDecoder().decode(BackupManifest.self, from: Data(contentsOf: folder.manifest)),
            manifest.kind == BackupManifest.kind
        else { throw BackupError("\(file.path) is no backup of Mynah: nothing was changed. Name one that `mynah backup` wrote.") }
        guard manifest.format <= BackupManifest.format else { throw newer(than: manifest) }
        guard BackupFolder.size(of: folder.database) == manifest.databaseSize else { throw damaged("its database is") }
        return manifest
    }

    /// Checks that every file that the database names is there, whole.
    private func checkFiles(of database: SQLiteDatabase, _ manifest: BackupManifest) async throws {
        let store = try folder.store()
        var count = 0
        try await database.forEachPageOfStoredFiles { page in
            for file in page {
                guard let size = try? await store.size(of: file.name), size == file.size else { throw damaged("some of its audio is missing or") }
            }
            count += page.count
        }
        guard count == manifest.fileCount else { throw damaged("its list of files is") }
    }

    private func damaged(_ what: String) -> BackupError {
        BackupError(
            "\(file.path) can't be restored: \(what) damaged. Nothing was changed. Copy it anew from where you keep it, or use another backup.")
    }

    private func newer(than manifest: BackupManifest) -> BackupError {
        BackupError("\(file.path) is from a newer version of Mynah (\(manifest.version)). Nothing was changed. Update Mynah, and then restore it.")
    }
}
