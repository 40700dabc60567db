import Database
import EnginePool
import EngineProtocol
import Files
import Foundation
import Hummingbird
import Logging
import Narration
import Platform
import Server
import ServiceLifecycle
import Speech
import UnixSignals
import WebClient

/// The server's services, wired together and run until a signal stops them.
struct RunningServer {
    private let installation: Installation
    private let metrics: PrometheusRegistry
    private let logger: Logger
    private let pool: EnginePool
    private let store: any FileStore
    private let files: PublicFiles
    private let tasks: SpeechTasks
    private let webClient: WebClient
    /// Held for as long as the server runs.
    private let lock: FolderLock

    /// How much longer than running tasks the rest of the server may take to stop.
    private static let stopMargin = Duration.seconds(10)

    init(installation: Installation, metrics: PrometheusRegistry, logger: Logger, lock: FolderLock) async throws {
        self.installation = installation
        self.metrics = metrics
        self.logger = logger
        self.lock = lock
        pool = EnginePool(settings: installation.settings)
        store = try installation.fileStore()
        files = PublicFiles(database: installation.database, store: store)
        tasks = SpeechTasks(
            database: installation.database, voices: installation.voices, files: files,
            outbox: WebhookOutbox(catalogue: installation.voices.catalogue, formats: [CreditsWebhook(), LabsWebhook(), MaxWebhook()]),
            configuration: TaskConfiguration(settings: installation.settings), clock: installation.clock, ids: installation.ids)
        webClient = WebClient(rules: AddressRules(allowing: installation.settings.webhookAllowedRanges))
    }

    /// Runs until SIGTERM or SIGINT; then running tasks are finished or handed back.
    func run() async throws {
        let engines = try await pool.start()
        logger.info(
            "The engines are ready.", metadata: ["processes": "\(pool.size)", "confinement": "\(engines.confinement.joined(separator: ", "))"])
        let (narrator, version) = (Narrator(pool: pool), ([Mynah.programVersion] + engines.versions).joined(separator: ", "))
        let worker = TaskWorker(
            tasks: tasks, narrator: narrator, store: store, spool: installation.spool, version: version, ids: installation.ids,
            concurrency: pool.size * 2, grace: .seconds(installation.settings.shutdownGrace), logger: logger)
        let deliverer = WebhookDeliverer(
            tasks: tasks, database: installation.database, client: webClient, clock: installation.clock, ids: installation.ids, logger: logger)
        try await worker.recover()
        try await deliverer.recover()
        let sweep = SweepService(sweep: installation.sweep(store), dataFolder: installation.settings.dataFolder, logger: logger)
        // Tasks have files that no row names yet, but none runs now.
        await sweep.sweepOnce(isFirst: true)
        let previews = VoicePreviews(
            narrator: narrator, store: try installation.previewStore(), spool: installation.previewSpool, version: version)
        try await previews.removeStale(voices: installation.voices.catalogue.voices)
        let cloner = VoiceCloner(
            cloner: Cloner(pool: pool), narrator: narrator, database: installation.database, store: store, spool: installation.previewSpool,
            demandsConsent: installation.settings.demandsCloneConsent, clock: installation.clock, ids: installation.ids)
        let application = server(previews: previews, cloner: cloner).application(logger: logger) { port in
            await Welcome(installation: installation, port: port).show(logger: logger)
        }
        var configuration = ServiceGroupConfiguration(
            // They stop in the reverse order: who waits for a running task is still answered, and told.
            services: [.init(service: application), .init(service: deliverer), .init(service: worker), .init(service: sweep)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(installation.settings.shutdownGrace) + Self.stopMargin
        try await ServiceGroup(configuration: configuration).run()
        await pool.stop()
        try await installation.database.close()
    }

    private func server(previews: VoicePreviews, cloner: VoiceCloner) -> HTTPServer {
        let settings = installation.settings
        let proxies = TrustedProxies(addresses: Set(settings.trustedProxies))
        return HTTPServer(
            services: .init(
                tasks: tasks, voices: installation.voices, previews: previews, cloner: cloner,
                accounts: Accounts(database: installation.database, clock: installation.clock), credits: installation.credits,
                users: installation.users, keys: installation.keys, files: files, webhookTargets: WebhookTargets(client: webClient),
                limits: Limits(
                    perKey: settings.requestsPerKey, perUser: settings.requestsPerUser, perAddress: settings.requestsPerAddress,
                    failuresPerAddress: settings.failuresPerAddress, atOncePerKey: settings.concurrentRequestsPerKey,
                    atOncePerUser: settings.concurrentRequestsPerUser, clock: installation.clock),
                metrics: metrics, isReady: { [users = installation.users] in (try? await users.count()) != nil }),
            configuration: .init(
                host: settings.host, port: settings.port, publicURL: PublicURL(configured: settings.publicURL, proxies: proxies), proxies: proxies,
                origins: Set(settings.origins),
                connections: ConnectionLimits(
                    total: OpenFileLimit.connections(within: settings.connections, logger: logger), perAddress: settings.connectionsPerAddress,
                    idle: .seconds(settings.idleTimeout),
                    head: .seconds(settings.headTimeout), body: .seconds(settings.bodyTimeout))))
    }
}
