import Database
import Files
import Speech
import Testing

@testable import Platform

@Suite struct UserDeletionTests {
    private let platform: TestPlatform
    private let keys: APIKeys
    private let ada: String
    private let bob: String

    init() async throws {
        platform = try await TestPlatform()
        keys = try await APIKeys(database: platform.database, clock: platform.clock, ids: platform.ids)
        ada = try await platform.makeUser("ada", monthlyCredits: 2000)
        bob = try await platform.makeUser("bob", monthlyCredits: 1000)
    }

    private func add(_ user: String) async throws -> String {
        try await platform.queue.add(SpeechRequest(text: "A secret.", voiceID: "slt"), price: 10, userID: user).id
    }

    private func delete(_ name: String) async throws {
        try await UserDeletion(database: platform.database, files: platform.files, clock: platform.clock, ids: platform.ids).delete(name)
    }

    /// Does the next task, and answers the name under which its audio is stored.
    private func completeNext() async throws -> String {
        let (task, lease) = try #require(try await platform.queue.claim())
        let writer = try await platform.store.makeWriter(maximumSize: 100)
        try writer.write([1, 2, 3], at: 0)
        let file = try await writer.commit(as: "\(task.id).blob")
        try await platform.complete(lease)
        return file.name
    }

    private func count(_ table: SQL, _ condition: SQL = "1 = 1") async throws -> Int {
        try await platform.database.read { try $0.row("SELECT COUNT(*) AS count FROM \(table) WHERE \(condition)")?.int("count") ?? 0 }
    }

    @Test func `everything of the user's goes, and the ledger stays`() async throws {
        for _ in 0..<4 { _ = try await add(ada) }
        let file = try await completeNext()
        let (_, failing) = try #require(try await platform.queue.claim())
        try await platform.queue.fail(failing, error: "No.")
        let (_, running) = try #require(try await platform.queue.claim())
        try await delete("ada")
        await #expect(throws: LeaseLost.self) { try await platform.queue.renew(running, progress: 0.5) }
        #expect(try await platform.queue.claim() == nil)
        #expect(try await count("tasks", "state = 'deleted' AND request IS NULL AND error IS NULL") == 4)
        for table in ["task_words", "files", "blobs"] as [SQL] { #expect(try await count(table) == 0) }
        await #expect(throws: FileStoreError.notFound) { try await platform.store.size(of: file) }
        #expect(try await platform.entries(of: ada) == ["grant": 2000, "hold": 40, "charge": 10, "return": 30])
        #expect(try await CreditAudit(database: platform.database).findings() == [])
    }

    @Test func `keys end, and the name is another's`() async throws {
        let (old, other) = (
            try await keys.create(user: "ada", name: "x", expiresAt: nil), try await keys.create(user: "bob", name: "x", expiresAt: nil)
        )
        _ = try await keys.rotate(keys.create(user: "ada", name: "y", expiresAt: nil).key.id, overlap: .seconds(60))
        try await delete("ada")
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: old.token) }
        _ = try await keys.principal(for: other.token)
        #expect(try await keys.list(user: nil).map(\.userName) == ["bob"])
        #expect(try await platform.users.list().map(\.name) == ["bob"])
        #expect(try await platform.users.count() == 1)
        await #expect(throws: PlatformError.self) { try await platform.users.named("ada") }
        await #expect(throws: PlatformError.self) { try await platform.users.named("/\(ada)") }
        #expect(try await count("users", "name LIKE '%ada%'") == 0)
        let again = try await platform.makeUser("ada")
        #expect(again != ada)
        #expect(try await platform.credits.history(of: "ada", limit: 10).isEmpty)
    }

    @Test func `another's tasks are not touched`() async throws {
        let theirs = try await add(bob)
        let file = try await completeNext()
        let waiting = try await add(bob)
        _ = try await add(ada)
        try await delete("ada")
        #expect(try await platform.queue.task(theirs, of: bob)?.state == .completed)
        #expect(try await platform.queue.task(waiting, of: bob)?.state == .queued)
        #expect(try await platform.store.size(of: file) == 3)
        #expect(try await platform.queue.claim()?.task.id == waiting)
    }

    @Test func `a request that came before is not taken on after`() async throws {
        try await delete("ada")
        await #expect(throws: PlatformError.unauthorized) { _ = try await add(ada) }
        #expect(try await count("tasks") == 0)
    }

    @Test func `the answers to repeated requests go, with the texts in them`() async throws {
        let key = try IdempotencyKey(key: "once", operation: "POST /x", content: "A secret.")
        _ = try await platform.queue.add(SpeechRequest(text: "A secret.", voiceID: "slt"), price: 10, userID: ada, once: key) { _ in "A secret." }
        try await delete("ada")
        #expect(try await count("idempotency") == 0)
    }

    @Test func `whom tasks were to tell of their ends is forgotten`() async throws {
        _ = try await platform.completeTask(of: ada, telling: "https://a.example/hook")
        _ = try await platform.webhookSecrets.secret(of: "ada")
        #expect(try await count("webhook_deliveries") == 1)
        try await delete("ada")
        for table in ["task_webhooks", "webhook_deliveries", "webhook_secrets"] as [SQL] { #expect(try await count(table) == 0) }
        #expect(try await platform.webhooks.list(user: nil, state: nil, limit: 10).isEmpty)
    }

    @Test func `many tasks are no hindrance`() async throws {
        for _ in 0..<120 { _ = try await add(ada) }
        try await delete("ada")
        #expect(try await count("tasks", "state = 'deleted'") == 120)
        #expect(try await CreditAudit(database: platform.database).findings() == [])
        await #expect(throws: PlatformError.self) { try await delete("ada") }
    }

    @Test func `voices that the user cloned go, with recordings and statements, and another's stay`() async throws {
        try await platform.addClone(of: ada, price: 1000)
        try await platform.deleteClone(platform.addClone(of: ada, price: 500).id, of: ada)
        _ = try await platform.addRecording(of: ada)
        let theirs = try await platform.addClone(of: bob, price: 1000)
        for name in ["ada", "bob"] { try await CloneConsents(database: platform.database, clock: platform.clock).record(of: name) }
        try await delete("ada")
        #expect(try await platform.storedFiles() == [theirs.sampleName, theirs.recordings[0].fileName])
        for table in ["recordings", "voice_samples", "clone_consents"] as [SQL] { #expect(try await count(table) == 1) }
        #expect(try await count("voice_clones", "user_id = \(ada) AND title IS NULL AND profile IS NULL") == 2)
        #expect(try await platform.voices.clones(of: bob).map(\.id) == [theirs.id])
        #expect(try await platform.entries(of: ada) == ["grant": 2000, "hold": 1500, "charge": 1500])
        #expect(try await CreditAudit(database: platform.database).findings() == [])
    }
}
