import ArgumentParser
import CAllocator
import EnginePool
import Foundation
import Hummingbird
import Logging
import Metrics
import Narration
import Platform
import Server
import ServiceLifecycle

/// `mynah serve`: the HTTP API.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the HTTP API.",
        discussion: """
            Examples:
              mynah serve
              mynah serve --host 0.0.0.0 --port 9000 --public-url https://voice.example.com

            The first start makes a user and prints their API key.
            """)

    @Option(help: "The address to listen on. (default: 127.0.0.1)")
    var host: String?

    @Option(help: "The port to listen on; 0 for any that is free. (default: 8080)")
    var port: String?

    @Option(help: "The base of links in answers. (default: the host that each request asks for)")
    var publicURL: String?

    @Option(help: "The least important log lines: trace, debug, info, notice, warning, error or critical. (default: info)")
    var logLevel: String?

    @Option(help: "How log lines are written: text or json. (default: text)")
    var logFormat: String?

    @OptionGroup var options: DataOptions

    func run() async throws {
        CAllocator_limitArenas(1)
        let settings = try await options.settings([
            "http.host": host, "http.port": port, "http.public-url": publicURL, "log.level": logLevel, "log.format": logFormat,
        ])
        try Installation.makeFolder(settings)
        // Before anything is read or changed there: another server may be at it.
        let lock = try FolderLock.ofServer(settings.dataFolder)
        let installation = try await Installation(settings: settings)
        let metrics = PrometheusRegistry()
        MetricsSystem.bootstrap(metrics)
        let server = try await RunningServer(installation: installation, metrics: metrics, logger: Self.logger(settings), lock: lock)
        try await server.run()
    }

    private static func logger(_ settings: Settings) -> Logger {
        let usesJSON = settings.logFormat == "json"
        LoggingSystem.bootstrap { label -> any LogHandler in
            if usesJSON { JSONLogHandler(label: label) } else { StreamLogHandler.standardError(label: label) }
        }
        var logger = Logger(label: "mynah")
        logger.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .info
        return logger
    }
}
