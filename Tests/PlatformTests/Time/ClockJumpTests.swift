import Database
import Speech
import Testing

@testable import Platform

/// A clock that jumps back and forth, as one does that is set, or that a virtual machine wakes up with.
@Suite struct ClockJumpTests {
    private static let hour: Duration = .seconds(3600)
    private let request = SpeechRequest(text: "Hello.", voiceID: "slt")

    private func expectAudit(_ platform: TestPlatform, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        #expect(try await CreditAudit(database: platform.database).findings() == [], sourceLocation: sourceLocation)
    }

    @Test func `credits of a month are given once, however often the clock crosses its ends`() async throws {
        let platform = try await TestPlatform(now: TestPlatform.start)
        let user = try await platform.makeUser(monthlyCredits: 100)
        try await platform.ledger { try $0.hold(10, for: "a", of: user) }
        let (now, end) = (platform.clock.now, Month(containing: platform.clock.now).end)
        for task in ["b", "c", "d"] {
            platform.setTime(end + Self.hour)
            try await platform.ledger { try $0.hold(10, for: "next-\(task)", of: user) }
            platform.setTime(now)
            await #expect(throws: PlatformError.self) { try await platform.ledger { try $0.hold(91, for: task, of: user) } }
        }
        platform.setTime(end + Self.hour)
        #expect(try await platform.credits.balance(of: user).total == 70)
        #expect(try await platform.entries(of: user)["grant"] == 200)
    }

    @Test func `what expired stays expired when the clock goes back`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await platform.credits.grant(100, to: "ada", expiresAt: platform.clock.now + Self.hour)
        try await platform.credits.grant(50, to: "ada", expiresAt: nil)
        platform.advance(by: Self.hour * 2)
        try await platform.ledger { try $0.hold(10, for: "a", of: user) }
        platform.advance(by: Self.hour * -2)
        #expect(try await platform.credits.balance(of: user).total == 40)
        #expect(try await platform.grants(of: user).reduce(0, +) == 40)
        try await platform.ledger { try $0.giveBack("a") }
        #expect(try await platform.credits.balance(of: user).total == 50)
    }

    @Test(arguments: [3600, -3600])
    func `a request that is repeated after a jump is still the same`(seconds: Int) async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser(monthlyCredits: 100)
        let key = try IdempotencyKey(key: "k", operation: "speak", content: request)
        let first = try await platform.queue.add(request, price: 10, userID: user, once: key) { $0.id }
        platform.advance(by: .seconds(seconds))
        let second = try await platform.queue.add(request, price: 10, userID: user, once: key) { $0.id }
        #expect(second == first)
        #expect(try await platform.credits.balance(of: user).total == 90)
        try await expectAudit(platform)
    }

    @Test func `a task whose lease a jump ended is begun again, and its effects are there once`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser(monthlyCredits: 100)
        _ = try await platform.queue.add(request, price: 10, userID: user)
        let (_, first) = try #require(try await platform.queue.claim())
        platform.advance(by: Self.hour)
        #expect(try await platform.queue.recover(all: false).count == 1)
        let (task, second) = try #require(try await platform.queue.claim())
        #expect(task.attempts == 2)
        platform.advance(by: Self.hour * -1)
        await #expect(throws: LeaseLost.self) { try await platform.complete(first) }
        try await platform.complete(second)
        #expect(try await platform.entries(of: user)["charge"] == 10)
        try await expectAudit(platform)
    }

    @Test func `a task whose worker is gone is taken up at the next start, however far back the clock went`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser(monthlyCredits: 100)
        _ = try await platform.queue.add(request, price: 10, userID: user)
        let (_, lost) = try #require(try await platform.queue.claim())
        platform.advance(by: Self.hour * -1)
        #expect(try await platform.queue.recover(all: true).count == 1)
        await #expect(throws: LeaseLost.self) { try await platform.queue.renew(lost, progress: 0.5) }
        let (_, lease) = try #require(try await platform.queue.claim())
        // The jump is over in the midst of the work.
        platform.advance(by: Self.hour)
        try await platform.queue.renew(lease, progress: 0.5)
        try await platform.complete(lease)
        #expect(try await platform.entries(of: user)["charge"] == 10)
        try await expectAudit(platform)
    }

    @Test func `a key that expired opens again only where the clock says so, and one that is valid always does`() async throws {
        let platform = try await TestPlatform()
        _ = try await platform.makeUser()
        let keys = try await APIKeys(database: platform.database, clock: platform.clock, ids: platform.ids)
        let token = try await keys.create(user: "ada", name: "a", expiresAt: nil).token
        let brief = try await keys.create(user: "ada", name: "b", expiresAt: platform.clock.now + Self.hour).token
        // Made in what is now the future.
        platform.advance(by: Self.hour * -1)
        _ = try await keys.principal(for: token)
        platform.advance(by: Self.hour * 3)
        _ = try await keys.principal(for: token)
        await #expect(throws: PlatformError.unauthorized) { try await keys.principal(for: brief) }
    }
}
