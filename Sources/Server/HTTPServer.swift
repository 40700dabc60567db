import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import Platform

/// The HTTP server: every family's routes over one platform.
public struct HTTPServer: Sendable {
    /// What the routes work with.
    public struct Services: Sendable {
        public var tasks: SpeechTasks
        public var voices: Voices
        public var previews: VoicePreviews
        public var cloner: VoiceCloner
        public var accounts: Accounts
        public var credits: Credits
        public var users: Users
        public var keys: APIKeys
        public var files: PublicFiles
        public var webhookTargets: WebhookTargets
        public var limits: Limits
        public var metrics: PrometheusRegistry
        /// Whether the server can do its work.
        public var isReady: @Sendable () async -> Bool

        /// Services with everything given.
        public init(
            tasks: SpeechTasks, voices: Voices, previews: VoicePreviews, cloner: VoiceCloner, accounts: Accounts, credits: Credits, users: Users,
            keys: APIKeys, files: PublicFiles, webhookTargets: WebhookTargets, limits: Limits, metrics: PrometheusRegistry,
            isReady: @escaping @Sendable () async -> Bool
        ) {
            self.tasks = tasks
            self.voices = voices
            self.previews = previews
            self.cloner = cloner
            self.accounts = accounts
            self.credits = credits
            self.users = users
            self.keys = keys
            self.files = files
            self.webhookTargets = webhookTargets
            self.limits = limits
            self.metrics = metrics
            self.isReady = isReady
        }
    }

    /// How it is reached.
    public struct Configuration: Sendable {
        /// The address it listens on.
        public var host: String
        /// The port; 0 for any that is free.
        public var port: Int
        /// The base of links.
        public var publicURL: PublicURL
        /// The proxies whose word on where requests come from counts.
        public var proxies: TrustedProxies
        /// The origins of web pages that may call; empty for any.
        public var origins: Set<String>
        /// What clients may have of it by their connections alone.
        public var connections: ConnectionLimits

        /// A configuration with everything given.
        public init(
            host: String, port: Int, publicURL: PublicURL, proxies: TrustedProxies, origins: Set<String>, connections: ConnectionLimits
        ) {
            self.host = host
            self.port = port
            self.publicURL = publicURL
            self.proxies = proxies
            self.origins = origins
            self.connections = connections
        }
    }

    private let services: Services
    private let configuration: Configuration

    /// How many connections may wait to be taken, in the kernel.
    private static let backlog = 1024

    /// A server over `services`.
    public init(services: Services, configuration: Configuration) {
        self.services = services
        self.configuration = configuration
    }

    /// The server, ready to run.
    ///
    /// - Parameter onRunning: Is told the port once it listens.
    public func application(logger: Logger, onRunning: @escaping @Sendable (Int) async -> Void) -> some ApplicationProtocol {
        let (limits, proxies, rates) = (configuration.connections, configuration.proxies, services.limits)
        let counts = ConnectionCounts(total: limits.total, perAddress: limits.perAddress)
        return Application(
            router: router(),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [ConnectionGuard(limits: limits, counts: counts, proxies: proxies, rates: rates)],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: ConnectionLimits.headSize, maxHeaderListSize: ConnectionLimits.headSize,
                        maxHeaderFieldCount: ConnectionLimits.headFieldCount))),
            configuration: .init(
                address: .hostname(configuration.host, port: configuration.port), serverName: "Mynah", backlog: Self.backlog,
                availableConnectionsDelegate: MaximumAvailableConnections(limits.total + ConnectionLimits.refusable, logger: logger)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
            logger: logger)
    }

    private func router() -> Router<ServerContext> {
        let router = Router(context: ServerContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLogMiddleware())
        router.add(middleware: CrossOriginMiddleware(origins: configuration.origins))
        router.add(middleware: RequestMetricsMiddleware())
        // Whoever it is, and whatever went wrong, the answer tells the caller's limits: none of those around the errors throws.
        router.add(middleware: IdentityMiddleware(keys: services.keys, proxies: configuration.proxies))
        router.add(middleware: RateLimitHeadersMiddleware(limits: services.limits))
        router.add(middleware: ErrorMiddleware(dialects: .all))
        router.add(middleware: RateLimitMiddleware(limits: services.limits))
        router.add(middleware: ConcurrencyMiddleware(limits: services.limits))
        router.add(middleware: PreflightMiddleware())
        let files = FileAnswers(files: services.files)
        HealthRoutes(isReady: services.isReady, metrics: services.metrics).add(to: router)
        FileRoutes(answers: files).add(to: router)
        VoiceMediaRoutes(voices: services.voices, previews: services.previews).add(to: router)
        let authenticated = router.group().group(context: UserContext.self)
        let intake = SpeechIntake(tasks: services.tasks, webhookTargets: services.webhookTargets, publicURL: configuration.publicURL)
        let clones = VoiceCloneIntake(cloner: services.cloner)
        CreditsRoutes(
            tasks: services.tasks, voices: services.voices, credits: services.credits, files: files, intake: intake,
            clones: clones, publicURL: configuration.publicURL
        ).add(to: authenticated)
        LabsRoutes(
            tasks: services.tasks, voices: services.voices, credits: services.credits, users: services.users, intake: intake,
            publicURL: configuration.publicURL
        ).add(to: authenticated)
        MaxRoutes(
            tasks: services.tasks, voices: services.voices, intake: intake, cloner: services.cloner, clones: clones,
            publicURL: configuration.publicURL
        ).add(to: authenticated)
        MiniMaxAudioRoutes(
            tasks: services.tasks, voices: services.voices, accounts: services.accounts, files: services.files, publicURL: configuration.publicURL
        ).add(to: authenticated)
        MiniMaxCloneRoutes(
            cloner: services.cloner, clones: clones, voices: services.voices, accounts: services.accounts, publicURL: configuration.publicURL
        ).add(to: authenticated)
        MiniMaxAccountRoutes(tasks: services.tasks, cloner: services.cloner, accounts: services.accounts).add(to: authenticated)
        EventRoutes(tasks: services.tasks, keys: services.keys, limits: services.limits).add(to: authenticated)
        router.refuseOtherMethods()
        return router
    }
}
