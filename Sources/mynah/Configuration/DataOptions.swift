import ArgumentParser

/// The options of commands that work on a data folder.
struct DataOptions: ParsableArguments {
    @OptionGroup var settingsOptions: SettingsOptions

    @Option(help: "The data folder. (default: ~/.local/share/mynah)")
    var data: String?

    /// Opens the data folder, beside a server that may have it open too.
    func installation() async throws -> Installation {
        try await Installation(settings: settings())
    }

    /// The settings, with the data folder that the option names, and what a command's own flags give.
    func settings(_ flags: [String: String?] = [:]) async throws -> Settings {
        try await settingsOptions.settings(flags.merging(["data": data]) { $1 })
    }
}
