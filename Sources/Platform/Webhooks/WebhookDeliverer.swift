import Database
import Logging
import Metrics
import ServiceLifecycle
import Synchronization
import WebClient

/// Delivers what waits in the outbox, for as long as the server runs: each at least once, and again until it is taken or given up.
public struct WebhookDeliverer: Service {
    private let queue: WebhookQueue
    private let signal: Signal
    private let client: WebClient
    private let clock: WallClock
    private let ids: IDSource
    private let logger: Logger
    private let turns = SharedTurns()

    /// How often it looks without having been woken.
    private static let poll: Duration = .seconds(1)
    /// How often old deliveries are removed.
    private static let removal: Duration = .seconds(3600)
    /// How long tries may go on when the server is to stop.
    private static let grace: Duration = .seconds(5)

    /// The tries that are under way, for several tasks at once.
    private final class SharedTurns: Sendable {
        let value = Mutex(WebhookTurns())
    }

    /// A deliverer of what the tasks' outbox holds in `database`, by `client`.
    public init(tasks: SpeechTasks, database: any Database, client: WebClient, clock: WallClock, ids: IDSource, logger: Logger) {
        queue = WebhookQueue(database: database, clock: clock, ids: ids)
        signal = tasks.signals.deliveries
        self.client = client
        self.clock = clock
        self.ids = ids
        self.logger = logger
    }

    /// Takes up what an earlier server left, on data that no other has open.
    public func recover() async throws {
        try await queue.recover()
    }

    public func run() async throws {
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await removeOld() }
                while !isStopping {
                    let webhooks = await claim()
                    for webhook in webhooks { group.addTask { await deliver(webhook) } }
                    if webhooks.isEmpty { await signal.wait(atMost: Self.poll) }
                }
                let deadline = ContinuousClock.now + Self.grace
                while total > 0, .now < deadline, !Task.isCancelled { await signal.wait(atMost: deadline - .now) }
                group.cancelAll()
            }
        } onGracefulShutdown: {
            signal.raise()
        }
    }

    /// Tries everything that is due now, and returns when all of it has been answered.
    func deliverDue() async {
        while true {
            let webhooks = await claim()
            if webhooks.isEmpty { return }
            await withDiscardingTaskGroup { group in
                for webhook in webhooks { group.addTask { await deliver(webhook) } }
            }
        }
    }

    private var isStopping: Bool {
        Task.isShuttingDownGracefully || Task.isCancelled
    }

    private var total: Int {
        turns.value.withLock { $0.total }
    }

    private func removeOld() async {
        while !Task.isCancelled {
            do {
                while try await queue.removeOld() {}
            } catch {
                logger.error("Old webhooks can't be removed.", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: Self.removal)
        }
    }

    private func claim() async -> [LeasedWebhook] {
        do {
            let webhooks = try await queue.claim(by: turns.value.withLock { $0 })
            turns.value.withLock { turns in
                for webhook in webhooks { turns.add(1, of: webhook.userID) }
            }
            return webhooks
        } catch {
            logger.error("The next webhooks can't be read.", metadata: ["error": "\(error)"])
            return []
        }
    }

    private func deliver(_ webhook: LeasedWebhook) async {
        let (startedAt, started) = (clock.now, ContinuousClock.now)
        let outcome = await send(webhook, at: startedAt)
        do {
            if case .failure(.cancelled) = outcome {
                try await queue.release(webhook)
            } else {
                try await finish(webhook, outcome, WebhookTry(startedAt: startedAt, duration: .now - started, outcome: outcome))
            }
        } catch {
            // It is tried again when the lease is over.
            logger.error("What became of a webhook can't be written.", metadata: ["delivery": "\(webhook.id)", "error": "\(error)"])
        }
        turns.value.withLock { $0.add(-1, of: webhook.userID) }
        signal.raise()
    }

    private func send(_ webhook: LeasedWebhook, at time: Timestamp) async -> WebhookOutcome {
        do {
            let request = WebRequest(
                url: try WebURL(webhook.url),
                headers: [
                    ("Content-Type", "application/json; charset=utf-8"), ("Mynah-Delivery", webhook.id),
                    ("Mynah-Signature", WebhookSignature(of: webhook.body, at: time, secret: webhook.secret).header),
                ], body: Array(webhook.body.utf8))
            return .success(try await client.send(request))
        } catch let error as WebClientError {
            return .failure(error)
        } catch {
            // It was one when it was stored: another version took it.
            return .failure(.malformedURL)
        }
    }

    private func finish(_ webhook: LeasedWebhook, _ outcome: WebhookOutcome, _ attempt: WebhookTry) async throws {
        let verdict = WebhookRetries(attempts: webhook.attempts, firstTriedAt: webhook.firstTriedAt)
            .verdict(after: outcome, at: clock.now, chance: ids.fraction())
        try await queue.finish(webhook, attempt, verdict)
        Counter(label: "mynah_webhook_tries_total").increment()
        var metadata: Logger.Metadata = ["delivery": "\(webhook.id)", "attempts": "\(webhook.attempts)"]
        metadata["reason"] = attempt.error.map { "\($0)" } ?? attempt.status.map { "It was answered \($0)." }
        switch verdict {
        case .delivered:
            Counter(label: "mynah_webhooks_delivered_total").increment()
            logger.debug("A webhook is delivered.", metadata: metadata)
        case .retry(let time):
            metadata["next"] = "\(time.rfc3339)"
            logger.info("A webhook was not taken, and is tried again.", metadata: metadata)
        case .failed:
            Counter(label: "mynah_webhooks_failed_total").increment()
            logger.warning("A webhook is given up.", metadata: metadata)
        }
    }
}
