import ArgumentParser
import EngineHost
import Foundation

/// The command line's entry.
@main
struct Mynah: AsyncParsableCommand {
    /// The program's version.
    static let programVersion = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "mynah",
        abstract: "A voice platform on your own machine: text in, speech out.",
        discussion: """
            Examples:
              mynah say "Hello world" -o hello.mp3
              mynah serve

            Options come from flags, then MYNAH_… variables, then mynah.yaml, then defaults: see docs/configuration.md.
            Exit codes: 0 done, 1 failed, 64 wrong usage, 130 stopped by Ctrl-C.
            """,
        version: programVersion,
        subcommands: [
            Say.self, Clone.self, ListVoices.self, Serve.self, UserCommands.self, KeyCommands.self, CreditCommands.self, WebhookCommands.self,
            FileCommands.self, BackupCommand.self, RestoreCommand.self, Doctor.self,
        ])

    static func main() async {
        // A host must be alone in its process: it starts before anything that makes threads.
        if CommandLine.arguments.dropFirst().first == HostProcess.command { HostCommand.run(CommandLine.arguments.dropFirst(2)) }
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(withError: CommandFailure.explaining(error) ?? error)
        }
    }
}
