import ArgumentParser

/// The options that every command takes.
struct SettingsOptions: ParsableArguments {
    @Option(help: "The settings file. (default: mynah.yaml in the current folder, if there is one)")
    var config: String?

    /// The settings, with what a command's own flags give.
    func settings(_ flags: [String: String?] = [:]) async throws -> Settings {
        try await Settings(flags: flags.compactMapValues { $0 }, file: config)
    }
}
