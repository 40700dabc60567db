import Foundation

extension BuiltProgram {
    /// The environment that the program runs in: nothing of the tests' own but where programs and libraries are.
    public static func environment(home: String, adding variables: [String: String] = [:]) -> [String: String] {
        let inherited = ProcessInfo.processInfo.environment.filter { ["PATH", "LD_LIBRARY_PATH", "ESPEAK_DATA_PATH"].contains($0.key) }
        return inherited.merging(["HOME": home, "TMPDIR": home]) { $1 }.merging(variables) { $1 }
    }

    /// Runs `mynah` to its end in `folder`, which is its home, its folder for temporary files, and where it starts.
    ///
    /// - Parameter entering: The command that runs it, such as one that enters a namespace; empty to run it as it is.
    public static func run(
        _ arguments: [String], entering: [String] = [], in folder: URL, environment: [String: String] = [:], input: Data = Data()
    ) async throws -> CommandResult {
        let command = entering + [path] + arguments
        return try await Command.run(
            command[0], Array(command.dropFirst()), environment: self.environment(home: folder.path, adding: environment), folder: folder.path,
            input: input)
    }
}
