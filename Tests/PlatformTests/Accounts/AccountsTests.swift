import Database
import Speech
import Testing

@testable import Platform

/// Accounts, and the tasks that belong to them.
@Suite struct AccountsTests {
    private func principal(_ userID: String) -> Principal {
        Principal(userID: userID, keyID: "key")
    }

    private func add(_ platform: TestPlatform, _ userID: String, _ account: String = "local") async throws -> SpeechTask {
        try await platform.queue.add(
            SpeechRequest(text: "One.", voiceID: "slt"), price: 0, userID: userID, family: .minimax, lane: .interactive, account: account)
    }

    private func set(_ accounts: Accounts, _ name: String, _ userID: String, maxJobs: Int = 20) async throws {
        _ = try await accounts.set(name, maxJobs: maxJobs, of: principal(userID), field: "account", once: nil) { $0.name }
    }

    @Test func `of forty tasks at once, an account takes twenty`() async throws {
        let platform = try await TestPlatform()
        let userID = try await platform.makeUser()
        let results = await withTaskGroup(of: Result<SpeechTask, any Error>.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do { return .success(try await add(platform, userID)) } catch { return .failure(error) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count { if case .success = $0 { true } else { false } } == 20)
        let refused = results.count { result in
            if case .failure(let error as PlatformError) = result { error == .tooManyJobs(account: "local", limit: 20) } else { false }
        }
        #expect(refused == 20)
        // One that is begun still counts; one that is finished does not.
        let (_, lease) = try #require(try await platform.queue.claim())
        await #expect(throws: PlatformError.tooManyJobs(account: "local", limit: 20)) { try await add(platform, userID) }
        try await platform.complete(lease)
        _ = try await add(platform, userID)
    }

    @Test func `each account and each user has its own limit`() async throws {
        let platform = try await TestPlatform()
        let (ada, bob) = (try await platform.makeUser(), try await platform.makeUser("bob"))
        let accounts = Accounts(database: platform.database, clock: platform.clock)
        for userID in [ada, bob] { try await set(accounts, "one", userID, maxJobs: 1) }
        for userID in [ada, bob] {
            _ = try await add(platform, userID, "one")
            await #expect(throws: PlatformError.tooManyJobs(account: "one", limit: 1)) { try await add(platform, userID, "one") }
            _ = try await add(platform, userID)
        }
        try await set(accounts, "one", ada, maxJobs: 2)
        _ = try await add(platform, ada, "one")
        await #expect(throws: PlatformError.self) { try await add(platform, ada, "none") }
    }

    @Test func `completed tasks are counted and listed by account, and the audit agrees`() async throws {
        let platform = try await TestPlatform()
        let userID = try await platform.makeUser()
        let accounts = Accounts(database: platform.database, clock: platform.clock)
        try await set(accounts, "other", userID)
        for account in ["local", "other", "local"] {
            _ = try await add(platform, userID, account)
            let (_, lease) = try #require(try await platform.queue.claim())
            try await platform.complete(lease)
            platform.advance(by: .seconds(1))
        }
        _ = try await add(platform, userID)
        let page = try await platform.queue.page(1, size: 1, of: userID, account: "local")
        #expect(page.total == 2 && page.tasks.count == 1 && page.tasks[0].account == "local")
        let second = try await platform.queue.page(2, size: 1, of: userID, account: "local")
        #expect(second.tasks.count == 1 && second.tasks[0].createdAt < page.tasks[0].createdAt)
        #expect(try await platform.queue.page(1, size: 9, of: userID, account: "other").tasks.count == 1)
        let audit = CreditAudit(database: platform.database)
        #expect(try await audit.findings() == [])
        _ = try await platform.queue.delete(page.tasks[0].id, of: userID)
        #expect(try await platform.queue.page(1, size: 9, of: userID, account: "local").total == 1)
        #expect(try await audit.findings() == [])
    }

    @Test func `an account is deleted with its tasks, whatever their state`() async throws {
        let platform = try await TestPlatform()
        let userID = try await platform.makeUser()
        let accounts = Accounts(database: platform.database, clock: platform.clock)
        try await set(accounts, "other", userID)
        _ = try await add(platform, userID, "other")
        let (_, lease) = try #require(try await platform.queue.claim())
        try await platform.complete(lease)
        let waiting = try await add(platform, userID, "other")
        let kept = try await add(platform, userID)
        let tasks = SpeechTasks(
            database: platform.database, voices: Voices(catalogue: .system, database: platform.database), files: platform.files,
            outbox: platform.outbox, clock: platform.clock, ids: platform.ids)
        try await tasks.delete(try await accounts.account("other", of: principal(userID)), of: principal(userID))
        #expect(try await accounts.list(of: principal(userID)).map(\.name) == ["local"])
        #expect(try await platform.queue.task(waiting.id, of: userID) == nil)
        #expect(try await platform.queue.task(kept.id, of: userID) != nil)
        #expect(try await platform.queue.page(1, size: 9, of: userID, account: "other").total == 0)
        #expect(try await CreditAudit(database: platform.database).findings() == [])
    }

    @Test(arguments: [".", "..", "...", "", "a b", "ä"]) func `a name that paths can't have is none`(name: String) {
        #expect(!Account.isName(name))
    }

    @Test(arguments: ["a", ".a", "a.", "1", "-", "_"]) func `a name that paths can have is one`(name: String) {
        #expect(Account.isName(name))
    }

    @Test func `a server that starts deletes what nobody waits for any more, and keeps what can be asked for again`() async throws {
        let platform = try await TestPlatform()
        let userID = try await platform.makeUser(monthlyCredits: 100)
        let request = SpeechRequest(text: "One.", voiceID: "slt")
        func add(_ family: TaskFamily, _ lane: TaskLane) async throws -> String {
            try await platform.queue.add(request, price: 10, userID: userID, family: family, lane: lane, account: "local").id
        }
        let running = try await add(.minimax, .interactive)
        #expect(try await platform.queue.claim()?.task.id == running)
        let waiting = try await add(.minimax, .interactive)
        let others = [try await add(.credits, .interactive), try await add(.minimax, .batch)]
        let key = try IdempotencyKey(key: "k", operation: "POST", content: "One.")
        let kept = try await platform.queue.add(
            request, price: 10, userID: userID, family: .minimax, lane: .interactive, account: "local", once: key
        ) { PendingAnswer.text(ofTask: $0.id) }
        #expect(try await platform.credits.balance(of: userID).total == 50)
        #expect(Set(try await platform.queue.deleteForsaken().map(\.id)) == [running, waiting])
        #expect(try await platform.credits.balance(of: userID).total == 70)
        for id in others + [try #require(PendingAnswer.taskID(in: kept))] {
            #expect(try await platform.queue.task(id, of: userID)?.state == .queued)
        }
        #expect(try await platform.queue.deleteForsaken().isEmpty)
        #expect(try await CreditAudit(database: platform.database).findings() == [])
        // What is kept for a day is not kept for longer.
        platform.advance(by: IdempotencyRecords.lifetime)
        #expect(try await platform.queue.deleteForsaken().count == 1)
    }

    @Test func `a user has a hundred accounts at most, beside local`() async throws {
        let platform = try await TestPlatform()
        let userID = try await platform.makeUser()
        let accounts = Accounts(database: platform.database, clock: platform.clock)
        for index in 0..<100 { try await set(accounts, "a\(index)", userID) }
        await #expect(throws: PlatformError.self) { try await set(accounts, "b", userID) }
        try await set(accounts, "a5", userID, maxJobs: 2)
        #expect(try await accounts.account("a5", of: principal(userID)).maxJobs == 2)
    }

    @Test func `a user that is deleted leaves no account`() async throws {
        let platform = try await TestPlatform()
        let userID = try await platform.makeUser()
        try await set(Accounts(database: platform.database, clock: platform.clock), "other", userID)
        _ = try await add(platform, userID, "other")
        let (_, lease) = try #require(try await platform.queue.claim())
        try await platform.complete(lease)
        try await UserDeletion(database: platform.database, files: platform.files, clock: platform.clock, ids: platform.ids).delete("ada")
        for table in ["accounts", "account_totals"] {
            let row = try await platform.database.read { try $0.row("SELECT COUNT(*) AS rows FROM \(raw: table)") }
            #expect(try row?.get("rows") == 0)
        }
        #expect(try await CreditAudit(database: platform.database).findings() == [])
    }
}
