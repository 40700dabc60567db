import Foundation

/// `mynah serve` on a free port and a data folder of its own. Letting go of it kills it.
public final class RunningServer: Sendable {
    /// Where it listens: `http://127.0.0.1:49152`.
    public let url: String
    /// The first user's key.
    public let key: String
    /// The process's id.
    public var processID: Int32 { process.id }

    private let folder: TemporaryFolder
    private let disk: SmallDisk?
    private let entering: [String]
    private let process: SpawnedProcess
    private let watchdog: Watchdog

    /// Starts a server on an empty data folder, and waits until it listens.
    ///
    /// - Parameters:
    ///   - disk: Where its data folder is; nil for the disk that tests run on.
    ///   - entering: The command that runs it, such as one that limits it; empty to run it as it is.
    /// - Throws: ``ServerStartError``.
    public static func start(
        on disk: SmallDisk? = nil, entering: [String] = [], environment: [String: String] = [:]
    ) async throws -> RunningServer {
        try await RunningServer(
            folder: disk?.folder ?? TemporaryFolder(), disk: disk, entering: entering + (disk?.entering ?? []), key: nil, environment: environment)
    }

    /// Starts a server on the data that are in the folder `data` of `folder`, with the key of one of its users.
    ///
    /// - Throws: ``ServerStartError``.
    public static func start(onDataIn folder: TemporaryFolder, key: String) async throws -> RunningServer {
        try await RunningServer(folder: folder, disk: nil, entering: [], key: key, environment: [:])
    }

    private init(folder: TemporaryFolder, disk: SmallDisk?, entering: [String], key: String?, environment: [String: String]) async throws {
        let pipe = try NamedPipe(in: folder.url, O_RDONLY)
        let log = folder.url.appendingPathComponent("server.log").path
        let command = entering + [BuiltProgram.path, "serve", "--port", "0", "--data", Self.data(in: folder, disk)]
        process = try SpawnedProcess(
            command[0], Array(command.dropFirst()),
            environment: BuiltProgram.environment(home: folder.url.path, adding: environment), folder: folder.url.path,
            output: pipe.path, errors: log)
        watchdog = try Watchdog(over: process.id, in: folder)
        self.folder = folder
        self.disk = disk
        self.entering = entering
        guard let banner = await ServerBanner.read(from: pipe), let key = banner.key ?? key else {
            process.send(SIGKILL)
            _ = await process.exitCode()
            let words = try? String(contentsOfFile: log, encoding: .utf8)
            throw ServerStartError(description: "The server did not start: \(words ?? "it said nothing")")
        }
        url = banner.url
        self.key = key
    }

    /// The data folder.
    public var data: String {
        Self.data(in: folder, disk)
    }

    private static func data(in folder: TemporaryFolder, _ disk: SmallDisk?) -> String {
        (disk?.root ?? folder.url).appendingPathComponent("data").path
    }

    /// What the server has logged since it started.
    public var log: String {
        (try? String(contentsOf: folder.url.appendingPathComponent("server.log"), encoding: .utf8)) ?? ""
    }

    /// Asks the server to stop, waits until it has, and answers its exit code.
    public func stop() async -> Int32 {
        process.send(SIGTERM)
        return await process.exitCode()
    }

    /// Ends the server as a crash would, and waits until it is gone.
    public func kill() async {
        process.send(SIGKILL)
        _ = await process.exitCode()
    }

    /// Starts another server on the data of this one, which has ended.
    public func restarted(environment: [String: String] = [:]) async throws -> RunningServer {
        try await RunningServer(folder: folder, disk: disk, entering: entering, key: key, environment: environment)
    }

    /// Runs another `mynah` command on the server's data folder, beside the server.
    public func mynah(_ arguments: String..., environment: [String: String] = [:]) async throws -> CommandResult {
        try await BuiltProgram.run(arguments + ["--data", data], entering: entering, in: folder.url, environment: environment)
    }
}
