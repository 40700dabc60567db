import Database
import Files
import Foundation
import Platform
import Speech

/// A data folder, opened: the database and the services over it.
struct Installation: Sendable {
    let settings: Settings
    let database: any Database
    let users: Users
    let keys: APIKeys
    let credits: Credits
    let voices: Voices
    let webhooks: WebhookDeliveries
    let webhookSecrets: WebhookSecrets
    let ids = IDSource.system
    let clock = WallClock.system

    /// Opens the folder that the settings name, and makes what is missing.
    ///
    /// - Throws: ``CommandFailure``, ``DatabaseError``.
    init(settings: Settings) async throws {
        self.settings = settings
        try Self.makeFolder(settings)
        database = try SQLiteDatabase(path: Self.databaseFile(settings).path)
        try await database.migrate(Schema.migrations)
        users = Users(database: database, clock: clock, ids: ids)
        keys = try await APIKeys(database: database, clock: clock, ids: ids)
        credits = Credits(database: database, clock: clock, ids: ids)
        voices = Voices(catalogue: .system, database: database, clock: clock)
        webhooks = WebhookDeliveries(database: database, clock: clock)
        webhookSecrets = WebhookSecrets(database: database, clock: clock, ids: ids)
    }

    /// Where the database is.
    static func databaseFile(_ settings: Settings) -> URL {
        settings.dataFolder.appendingPathComponent("mynah.db")
    }

    /// Whether there is anything in the data folder that the settings name.
    static func isMade(_ settings: Settings) -> Bool {
        FileManager.default.fileExists(atPath: databaseFile(settings).path)
    }

    /// Makes the data folder that the settings name, if it is not there.
    ///
    /// - Throws: ``CommandFailure``.
    static func makeFolder(_ settings: Settings) throws {
        do {
            try FileManager.default.createDirectory(
                at: settings.dataFolder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandFailure(
                "The data folder \(settings.dataFolder.path) can't be made: choose another with --data, or see that you may write there.")
        }
    }

    /// What the user is called that a first start makes.
    static let firstUserName = "admin"

    /// The user that is meant where none is named: the only one there is, or the first, who is made here.
    ///
    /// - Throws: ``CommandFailure`` where there are several.
    func firstUser() async throws -> User {
        let all = try await users.list()
        guard all.count <= 1 else { throw CommandFailure("There are several users: name one by --user. `mynah users list` shows them.") }
        if let user = all.first { return user }
        return try await users.create(name: Self.firstUserName, plan: .monthly(settings.monthlyCredits))
    }

    /// The folder for segments that wait while a task runs.
    var spool: URL {
        settings.dataFolder.appendingPathComponent("work", isDirectory: true)
    }

    /// What sweeps them.
    func sweep(_ store: any FileStore) -> FileSweep {
        FileSweep(database: database, store: store, retention: settings.retention, clock: clock, ids: ids)
    }

    /// The folder for what waits while a voice's sample is made.
    var previewSpool: URL {
        settings.dataFolder.appendingPathComponent("previews/work", isDirectory: true)
    }

    /// The store of the voices' samples.
    func previewStore() throws -> any FileStore {
        let folder = settings.dataFolder.appendingPathComponent("previews", isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return try DiskFileStore(folder: folder.path)
    }

    /// The store of the finished files.
    func fileStore() throws -> any FileStore {
        try DiskFileStore(folder: settings.dataFolder.path)
    }
}
