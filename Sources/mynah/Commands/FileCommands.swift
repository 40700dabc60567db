import ArgumentParser
import Platform

/// `mynah files`.
struct FileCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "files", abstract: "Remove files that are not needed.", subcommands: [Sweep.self])

    struct Sweep: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove files that nothing names, and tasks that were kept for as long as files.retention says.",
            discussion: """
                Examples:
                  mynah files sweep --dry-run
                  mynah files sweep

                A running server does it by itself once an hour.
                """)

        @Flag(help: "List what would go, and remove nothing.")
        var dryRun = false

        @OptionGroup var options: DataOptions

        func run() async throws {
            let installation = try await options.installation()
            let isDryRun = dryRun
            let report = try await Interruption.cancelling {
                let maintenance = try Maintenance(of: installation.settings.dataFolder)
                defer { maintenance.clear() }
                return try await installation.sweep(installation.fileStore()).run(isDryRun: isDryRun) { reason, name, size in
                    print("\(reason.rawValue)  \(name)  \(ByteSize(size))")
                }
            }
            let what = "\(Counted.text(report.files, "file")) (\(ByteSize(report.bytes))) and \(Counted.text(report.tasks, "task"))"
            print("\(isDryRun ? "Would remove" : "Removed") \(what).")
        }
    }
}
