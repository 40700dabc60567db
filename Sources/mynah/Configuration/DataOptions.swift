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
        guard Installation.isMade(settings) else {
            throw CommandFailure(
                "There is no data in \(settings.dataFolder.path): name the data folder with --data, or make one with `mynah serve` or `mynah users create`."
            )
        }
        return try await Installation(settings: settings)
    }

    /// Opens the data folder, and makes it if it is not there.
    func madeInstallation() async throws -> Installation {
        try await Installation(settings: settings())
    }

    /// The settings, with the data folder that the option names.
    func settings() async throws -> Settings {
        try await settingsOptions.settings(["data": data])
    }
}
