import Configuration
import Foundation
import Speech
import WebClient

/// What can be set: by flag, then `MYNAH_…` variable, then `mynah.yaml`, then a default.
struct Settings: Sendable {
    /// The folder with the database and the files (`data`).
    var dataFolder: URL
    /// The address that the server listens on (`http.host`).
    var host: String
    /// Its port (`http.port`); 0 for any that is free.
    var port: Int
    /// The base of links (`http.public-url`); nil for the host that each request asks for.
    var publicURL: String?
    /// The addresses of proxies whose `X-Forwarded-…` headers count (`http.trusted-proxies`).
    var trustedProxies: [String]
    /// The origins of web pages that may call (`http.origins`); empty for any.
    var origins: [String]
    /// How many connections there may be at once (`http.connections`).
    var connections: Int
    /// How many of one address (`http.connections-per-address`).
    var connectionsPerAddress: Int
    /// How long a connection may stand still, in seconds (`http.idle-timeout`).
    var idleTimeout: Int
    /// How long the head of a request may take, in seconds (`http.head-timeout`).
    var headTimeout: Int
    /// How long its body may take at its slowest, in seconds (`http.body-timeout`).
    var bodyTimeout: Int
    /// How many engine processes there are (`engines.count`).
    var engineCount: Int
    /// The most memory that one may have, in MiB (`engines.memory-limit`).
    var engineMemoryLimit: Int
    /// How long one may stand still, in seconds (`engines.patience`).
    var enginePatience: Int
    /// The voice that speaks where none is given (`voice`).
    var voice: String
    /// The regular credits a month of a user who is given no other number (`users.monthly-credits`).
    var monthlyCredits: Int
    /// How many requests a key may make a minute (`limits.requests-per-key`).
    var requestsPerKey: Int
    /// How many requests all keys of a user may make a minute (`limits.requests-per-user`).
    var requestsPerUser: Int
    /// How many requests without a valid key an address may make a minute (`limits.requests-per-address`).
    var requestsPerAddress: Int
    /// How many keys that open nothing an address may try a minute (`limits.failures-per-address`).
    var failuresPerAddress: Int
    /// How many requests of a key may be under way at once (`limits.concurrent-requests-per-key`).
    var concurrentRequestsPerKey: Int
    /// How many requests of all keys of a user may be (`limits.concurrent-requests-per-user`).
    var concurrentRequestsPerUser: Int
    /// How many tasks of one user run at once (`limits.running-tasks-per-user`); nil for no limit but the number of workers.
    var runningTasksPerUser: Int?
    /// How many tasks of one user may be unfinished (`limits.open-tasks-per-user`).
    var openTasksPerUser: Int
    /// How long a task may take, from when it is taken on, in hours (`tasks.deadline`).
    var taskDeadline: Int
    /// Whether a user's repeated request is answered with the file that it came to before (`files.reuse`).
    var reusesFiles: Bool
    /// How long finished tasks are kept (`files.retention`); nil for ever.
    var retention: Duration?
    /// The addresses that webhooks may be sent to beside those of the public internet (`webhooks.allowed-ranges`).
    var webhookAllowedRanges: [AddressRange]
    /// Whether it has to be on record that who clones a voice may (`cloning.requires-consent`).
    var demandsCloneConsent: Bool
    /// How long running tasks may go on when the server is to stop, in seconds (`shutdown.grace`).
    var shutdownGrace: Int
    /// The least important lines that are logged (`log.level`).
    var logLevel: String
    /// How they are written (`log.format`): `text` or `json`.
    var logFormat: String

    /// Reads the settings.
    ///
    /// - Parameters:
    ///   - flags: What the command line gives, by key.
    ///   - file: The settings file; nil for `mynah.yaml` in the current folder, if there is one.
    /// - Throws: ``CommandFailure`` for a value of a wrong kind or out of its range, and for a file that can't be read.
    init(flags: [String: String], file: String?) async throws {
        let reader = try await Self.reader(flags: flags, file: file)
        dataFolder = URL(fileURLWithPath: try await reader.fetchString("data") ?? Self.usualDataFolder, isDirectory: true)
        host = try await reader.fetchString("http.host") ?? "127.0.0.1"
        port = try await reader.fetchInteger("http.port", in: 0...65_535) ?? 8080
        publicURL = try await reader.fetchBase("http.public-url")
        trustedProxies = try await reader.fetchList("http.trusted-proxies", "single addresses and no ranges, as 10.0.0.7 or fd00::7") {
            IPAddress($0)?.description
        }
        origins = try await reader.fetchList("http.origins", "origins as browsers send them, as https://app.example.com") {
            // In small letters, with no path and no slash at the end: anything else would never match.
            $0.lowercased().wholeMatch(of: #/null|[a-z][a-z0-9+.\-]*:\/\/[^\/?#@*\s]+/#).map { String($0.output) }
        }
        connections = try await reader.fetchInteger("http.connections", in: 1...1_000_000) ?? 4096
        connectionsPerAddress = try await reader.fetchInteger("http.connections-per-address", in: 1...1_000_000) ?? 1024
        idleTimeout = try await reader.fetchInteger("http.idle-timeout", in: 1...86_400) ?? 75
        headTimeout = try await reader.fetchInteger("http.head-timeout", in: 1...3600) ?? 15
        bodyTimeout = try await reader.fetchInteger("http.body-timeout", in: 1...3600) ?? 20
        engineCount = try await reader.fetchInteger("engines.count", in: 1...256) ?? ProcessInfo.processInfo.activeProcessorCount
        engineMemoryLimit = try await reader.fetchInteger("engines.memory-limit", in: 256...1 << 20) ?? 1024
        enginePatience = try await reader.fetchInteger("engines.patience", in: 1...3600) ?? 30
        voice = try await reader.fetchString("voice") ?? VoiceCatalogue.standardID
        monthlyCredits = try await reader.fetchInteger("users.monthly-credits", in: 0...1_000_000_000_000) ?? 1_000_000
        requestsPerKey = try await reader.fetchInteger("limits.requests-per-key", in: 1...1_000_000_000) ?? 6000
        requestsPerUser = try await reader.fetchInteger("limits.requests-per-user", in: 1...1_000_000_000) ?? 12_000
        requestsPerAddress = try await reader.fetchInteger("limits.requests-per-address", in: 1...1_000_000_000) ?? 6000
        failuresPerAddress = try await reader.fetchInteger("limits.failures-per-address", in: 1...1_000_000_000) ?? 30
        concurrentRequestsPerKey = try await reader.fetchInteger("limits.concurrent-requests-per-key", in: 1...1_000_000) ?? 200
        concurrentRequestsPerUser = try await reader.fetchInteger("limits.concurrent-requests-per-user", in: 1...1_000_000) ?? 400
        runningTasksPerUser = try await reader.fetchInteger("limits.running-tasks-per-user", in: 1...1_000_000)
        openTasksPerUser = try await reader.fetchInteger("limits.open-tasks-per-user", in: 1...1_000_000_000) ?? 100_000
        taskDeadline = try await reader.fetchInteger("tasks.deadline", in: 1...8760) ?? 24
        reusesFiles = try await reader.fetchFlag("files.reuse") ?? true
        retention = try await reader.fetchLifetime("files.retention")
        webhookAllowedRanges = try await reader.fetchList("webhooks.allowed-ranges", "addresses and ranges, as 10.0.0.0/8 or fd00::/8") {
            AddressRange($0)
        }
        demandsCloneConsent = try await reader.fetchFlag("cloning.requires-consent") ?? false
        shutdownGrace = try await reader.fetchInteger("shutdown.grace", in: 0...3600) ?? 20
        logLevel = try await reader.fetchChoice("log.level", of: ["trace", "debug", "info", "notice", "warning", "error", "critical"]) ?? "info"
        logFormat = try await reader.fetchChoice("log.format", of: ["text", "json"]) ?? "text"
    }

    /// What a command that people are told to type needs behind it to open this data folder: nothing where it is the usual one.
    var dataOption: String {
        let usual = URL(fileURLWithPath: Self.usualDataFolder, isDirectory: true).standardizedFileURL.path
        return dataFolder.standardizedFileURL.path == usual ? "" : " --data \(ShellWord(dataFolder.path))"
    }

    private static func reader(flags: [String: String], file: String?) async throws -> ConfigReader {
        let values = Dictionary(
            uniqueKeysWithValues: flags.map {
                (AbsoluteConfigKey($0.key.split(separator: ".").map(String.init)), ConfigValue(.string($0.value), isSecret: false))
            })
        let environment = ProcessInfo.processInfo.environment
        let path = file ?? environment["MYNAH_CONFIG"]
        do {
            return ConfigReader(providers: [
                InMemoryProvider(name: "flags", values: values),
                EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "mynah"),
                try await FileProvider<YAMLSnapshot>(
                    config: ConfigReader(
                        provider: InMemoryProvider(values: [
                            "filePath": .init(.string(path ?? "mynah.yaml"), isSecret: false),
                            "allowMissing": .init(.bool(path == nil), isSecret: false),
                        ]))),
            ])
        } catch {
            throw CommandFailure("\(path ?? "mynah.yaml") can't be read as YAML settings: check that it is there, and a mapping of keys to values.")
        }
    }

    /// `$XDG_DATA_HOME/mynah`, or `$HOME/.local/share/mynah`, as the XDG base directory specification has it.
    private static var usualDataFolder: String {
        let environment = ProcessInfo.processInfo.environment
        func folder(_ variable: String) -> String? { environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        // Foundation would ask who the user is before it looks at the variable.
        let base = folder("XDG_DATA_HOME") ?? "\(folder("HOME") ?? NSHomeDirectory())/.local/share"
        return "\(base)/mynah"
    }
}
