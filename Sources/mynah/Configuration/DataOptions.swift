import ArgumentParser
import Foundation

/// The options of commands that work on a data folder.
struct DataOptions: ParsableArguments {
    @OptionGroup var settingsOptions: SettingsOptions

    @Option(help: "The data folder. (default: ~/.local/share/mynah)")
    var data: String?

    /// Opens the data folder, beside a server that may have it open too.
    ///
    /// - Throws: ``CommandFailure`` where there is none: one that is named by mistake must not look like one without users.
    func installation() async throws -> Installation {
        let settings = try await settings()
        guard let installation = try await Installation.existing(settings) else {
            throw CommandFailure(
                "There is no data in \(settings.dataFolder.path): name the data folder with --data, or make one with `mynah serve` or `mynah users create`."
            )
        }
        return installation
    }

    /// Opens the data folder, and makes it if it is not there.
    func madeInstallation() async throws -> Installation {
        try await Installation(settings: settings())
    }

    /// The settings, with the data folder that the option names, and what a command's own flags give.
    func settings(_ flags: [String: String?] = [:]) async throws -> Settings {
        try await settingsOptions.settings(flags.merging(["data": data]) { $1 })
    }
}
