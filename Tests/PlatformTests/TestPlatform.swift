import Database
import Files
import Foundation
import Speech
import TestSupport
import WebClient

@testable import Platform

/// A platform on a new database, with a clock that stands until it is set, and ids that follow from a seed.
final class TestPlatform: Sendable {
    let database: any Database
    let clock: WallClock
    let ids: IDSource
    let store: any FileStore
    private let time: TestTime

    /// A day in November 2026, noon.
    static let start = Timestamp(milliseconds: 1_794_571_200_000)

    init(now: Timestamp = start, seed: UInt64 = 1, migrations: [Migration] = Schema.migrations) async throws {
        let folder = try TemporaryFolder()
        let time = TestTime(now)
        self.time = time
        // Whatever has the clock needs the folder.
        clock = WallClock { withExtendedLifetime(folder) { time.now } }
        let random = SharedGenerator(seed: seed)
        ids = IDSource { random.next() }
        database = try SQLiteDatabase(path: folder.url.appendingPathComponent("test.db").path)
        store = try DiskFileStore(folder: folder.url.path)
        try await database.migrate(migrations)
    }

    /// Sets the clock on, or back.
    func advance(by duration: Duration) {
        time.now = time.now + duration
    }

    /// Sets the clock.
    func setTime(_ now: Timestamp) {
        time.now = now
    }

    var users: Users { Users(database: database, clock: clock, ids: ids) }
    var credits: Credits { Credits(database: database, clock: clock, ids: ids) }
    var queue: TaskQueue { queue() }
    var files: PublicFiles { PublicFiles(database: database, store: store) }
    var outbox: WebhookOutbox { WebhookOutbox(formats: [TestWebhookFormat()]) }
    var webhookQueue: WebhookQueue { WebhookQueue(database: database, clock: clock, ids: ids) }
    var webhooks: WebhookDeliveries { WebhookDeliveries(database: database, clock: clock) }
    var webhookSecrets: WebhookSecrets { WebhookSecrets(database: database, clock: clock, ids: ids) }

    /// A sweep that keeps tasks for `retention`.
    func sweep(retention: Duration? = nil) -> FileSweep {
        FileSweep(database: database, store: store, retention: retention, clock: clock, ids: ids)
    }

    /// The queue, set up otherwise than usual.
    func queue(_ configuration: TaskConfiguration = TaskConfiguration()) -> TaskQueue {
        TaskQueue(database: database, outbox: outbox, configuration: configuration, clock: clock, ids: ids)
    }

    /// Makes a user, and answers its id.
    func makeUser(_ name: String = "ada", monthlyCredits: Int = 0) async throws -> String {
        try await users.create(name: name, plan: .monthly(monthlyCredits)).id
    }

    /// Completes a task as a worker does whose file is stored.
    func complete(_ lease: TaskLease) async throws {
        try await queue.complete(
            lease, fileName: "\(lease.taskID).mp3",
            blob: Blob(name: "\(lease.taskID).blob", fingerprint: nil, contentType: "audio/mpeg", size: 1234), duration: 1.5,
            words: [WordTiming(range: 0..<5, start: 0, end: 0.4)])
    }

    /// Has a voice speak a text for a user.
    func speak(_ text: String, _ voice: String, as userID: String) async throws {
        _ = try await queue.add(SpeechRequest(text: text, voiceID: voice), price: 0, userID: userID)
        guard let (_, lease) = try await queue.claim() else { throw LeaseLost() }
        try await complete(lease)
    }

    /// Completes a task of a user's that tells of its end, and answers its id.
    @discardableResult
    func completeTask(of userID: String, telling url: String) async throws -> String {
        let webhook = TaskWebhook(target: WebhookTarget(try WebURL(url)), format: "test", linkBase: "http://base")
        let task = try await queue.add(SpeechRequest(text: "One.", voiceID: "slt"), price: 0, userID: userID, webhook: webhook)
        guard let (claimed, lease) = try await queue.claim(), claimed.id == task.id else { throw LeaseLost() }
        try await complete(lease)
        return task.id
    }

    /// Moves credits in a transaction of its own.
    func ledger(_ body: @escaping @Sendable (CreditLedger) throws -> Void) async throws {
        let (now, ids) = (clock.now, ids)
        try await database.write { try body(CreditLedger(connection: $0, now: now, ids: ids)) }
    }

    /// The amounts that the ledger holds of a user, by the kind of entry.
    func entries(of userID: String) async throws -> [String: Int] {
        let rows = try await database.read {
            try $0.rows("SELECT kind, SUM(amount) AS total FROM ledger WHERE user_id = \(userID) GROUP BY kind")
        }
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.get("kind", as: String.self), try $0.get("total", as: Int.self)) })
    }

    /// What is left of each grant, the oldest first.
    func grants(of userID: String) async throws -> [Int] {
        try await database.read { connection in
            let rows = try connection.rows("SELECT remaining FROM credit_grants WHERE user_id = \(userID) ORDER BY created_at, id")
            return try rows.map { try $0.get("remaining") }
        }
    }
}
