import ArgumentParser
import Database
import Files
import Foundation
import Platform

/// `mynah restore`: everything back from one file.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put back everything from a file that `mynah backup` wrote.",
        discussion: """
            Examples:
              mynah restore /backup/mynah-2026-11-21.tar --data /srv/mynah
              mynah restore /backup/mynah-2026-11-21.tar --replace

            A server may be at work meanwhile: it goes on with what was restored. Nothing changes unless all of the file is in order.
            """)

    @Argument(help: "The file that `mynah backup` wrote.")
    var file: String

    @Flag(help: "Put it in the place of what is in the data folder. All of that is gone then, but what the backup holds of it.")
    var replace = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let settings = try await options.settings()
        // What is unpacked is for this user alone, whatever the archive says.
        umask(0o077)
        let backup = try await Interruption.cancelling {
            try Installation.makeFolder(settings)
            let maintenance = try Maintenance(of: settings.dataFolder)
            defer { maintenance.clear() }
            guard replace || !Installation.exists(settings) else {
                throw CommandFailure(
                    "\(settings.dataFolder.path) is in use: name an empty folder with --data, or put the backup in its place with --replace.")
            }
            let backup = try await BackupReader(file: URL(fileURLWithPath: file), folder: maintenance.folder).unpack()
            let database = try SQLiteDatabase(path: Installation.databaseFile(settings).path)
            try await backup.restore(to: database, try DiskFileStore(folder: settings.dataFolder.path))
            try await database.close()
            return backup
        }
        print(
            """
            Restored the backup of \(backup.manifest.createdAt) to \(settings.dataFolder.path): \(Counted.text(backup.counts.users, "user")), \(Counted.text(backup.counts.keys, "key")), \
            \(Counted.text(backup.counts.tasks, "task")) and \(Counted.text(backup.manifest.fileCount, "file")) of audio (\(ByteSize(backup.manifest.fileSize))).
            """)
    }
}
