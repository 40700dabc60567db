import Foundation

/// Runs programs to their end.
public enum Command {
    /// Runs a program.
    ///
    /// - Parameters:
    ///   - program: Its path, or a name to be looked for in `PATH`.
    ///   - environment: Its whole environment; nil for that of the tests.
    ///   - folder: Where it starts; nil for where the tests run.
    ///   - input: What it reads from standard input.
    public static func run(
        _ program: String, _ arguments: [String], environment: [String: String]? = nil, folder: String? = nil, input: Data = Data()
    ) async throws -> CommandResult {
        let streams = try TemporaryFolder()
        func file(_ name: String) -> URL { streams.url.appendingPathComponent(name) }
        try input.write(to: file("input"))
        let process = try SpawnedProcess(
            program, arguments, environment: environment ?? ProcessInfo.processInfo.environment, folder: folder,
            input: file("input").path, output: file("output").path, errors: file("errors").path)
        let exitCode = await process.exitCode()
        return CommandResult(
            exitCode: exitCode, output: try Data(contentsOf: file("output")),
            errors: String(decoding: try Data(contentsOf: file("errors")), as: UTF8.self))
    }
}
