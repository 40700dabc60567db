import ArgumentParser
import Database
import Files
import Foundation
import Platform

/// `mynah backup`: everything in one file.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write everything into one file: users, keys, credits, tasks, texts and audio.",
        discussion: """
            Examples:
              mynah backup /backup/mynah-2026-11-21.tar
              mynah backup - | ssh backup.example.com 'cat > mynah.tar'

            A server may be at work meanwhile. The file is a tar archive. It holds the secret that signs API keys: keep it as you keep a password.
            """)

    @Argument(help: "The file to write, which must not exist; - for standard output.")
    var file: String

    @OptionGroup var options: DataOptions

    func run() async throws {
        let settings = try await options.settings()
        guard Installation.isMade(settings) else {
            throw CommandFailure("There is nothing to back up in \(settings.dataFolder.path): name the data folder with --data.")
        }
        let manifest = try await Interruption.cancelling {
            let maintenance = try Maintenance(of: settings.dataFolder)
            defer { maintenance.clear() }
            let output = file == "-" ? nil : try NewFile(file)
            let manifest = try await Self.write(settings, maintenance, to: output?.handle ?? .standardOutput)
            try output?.publish()
            return manifest
        }
        // Beside the archive, and not in it.
        let place = file == "-" ? "the backup" : file
        try FileHandle.standardError.write(contentsOf: Data(Self.report(manifest, place: place).utf8))
    }

    private static func write(_ settings: Settings, _ maintenance: Maintenance, to output: FileHandle) async throws -> BackupManifest {
        let database = try SQLiteDatabase(path: Installation.databaseFile(settings).path)
        try await database.migrate(Schema.migrations)
        let writer = BackupWriter(
            database: database, store: try DiskFileStore(folder: settings.dataFolder.path), folder: maintenance.folder,
            version: Mynah.programVersion, clock: .system, ids: .system)
        let manifest = try await writer.write(to: output)
        try await database.close()
        return manifest
    }

    private static func report(_ manifest: BackupManifest, place: String) -> String {
        let count = manifest.omittedFileCount
        let omission =
            count == 0 ? "" : "\nLeft out: the tasks of audio that was deleted meanwhile, or was missing before: \(Counted.text(count, "file"))."
        return """
            Wrote \(place): the database (\(ByteSize(manifest.databaseSize))) and \(Counted.text(manifest.fileCount, "file")) of audio (\(ByteSize(manifest.fileSize))).\(omission)
            It holds the secret that signs API keys, and all texts and audio: keep it as you keep a password.

            """
    }
}
