import Database
import Speech
import Testing

@testable import Platform

@Suite struct UnmeteredPlanTests {
    private let platform: TestPlatform
    private let user: String

    init() async throws {
        platform = try await TestPlatform()
        user = try await platform.users.create(name: "ada", plan: .unmetered).id
    }

    private func add(_ price: Int) async throws {
        _ = try await platform.queue.add(SpeechRequest(text: "One.", voiceID: "slt"), price: price, userID: user)
    }

    @Test func `nothing is refused, and everything is recorded`() async throws {
        for price in [10, 5000] { try await add(price) }
        #expect(try await platform.entries(of: user) == ["unmetered": 5010, "hold": 5010])
        let (task, lease) = try #require(try await platform.queue.claim())
        try await platform.complete(lease)
        #expect(try await platform.entries(of: user) == ["unmetered": 5010, "hold": 5010, "charge": task.price])
        #expect(try await CreditAudit(database: platform.database).findings() == [])
    }

    @Test func `what the user has is spent before anything is given`() async throws {
        try await platform.credits.grant(8, to: "ada", expiresAt: nil)
        try await add(10)
        #expect(try await platform.entries(of: user) == ["grant": 8, "unmetered": 2, "hold": 10])
    }

    @Test func `what comes back is not there to be spent`() async throws {
        try await platform.credits.grant(8, to: "ada", expiresAt: nil)
        try await add(10)
        let (_, lease) = try #require(try await platform.queue.claim())
        try await platform.queue.fail(lease, error: "No.")
        #expect(try await platform.entries(of: user) == ["grant": 8, "unmetered": 2, "hold": 10, "return": 10, "expiry": 2])
        try await platform.credits.setPlan(of: "ada", to: .monthly(0))
        #expect(try await platform.credits.balance(of: user).total == 8)
        #expect(try await CreditAudit(database: platform.database).findings() == [])
    }

    @Test func `the balance is a billion more than there is`() async throws {
        #expect(try await platform.credits.balance(of: user).total == 1_000_000_000)
        try await platform.credits.grant(8, to: "ada", expiresAt: nil)
        try await platform.credits.grant(5, to: "ada", expiresAt: platform.clock.now + .seconds(60))
        let balance = try await platform.credits.balance(of: user)
        #expect(balance.regular == 5 && balance.permanent == 1_000_000_008)
    }

    @Test func `a plan with a limit refuses again`() async throws {
        try await add(10)
        try await platform.credits.setPlan(of: "ada", to: .monthly(7))
        await #expect(throws: PlatformError.insufficientCredits(available: 7, needed: 8)) { try await add(8) }
        try await add(7)
        try await platform.credits.setPlan(of: "ada", to: .unmetered)
        try await add(9)
        #expect(try await platform.entries(of: user) == ["unmetered": 19, "grant": 7, "hold": 26])
        #expect(try await platform.users.named("ada").plan == .unmetered)
    }

    @Test(arguments: [-1, 1_000_000_000_001, .max])
    func `a plan is of a sensible size`(amount: Int) async throws {
        let error = PlatformError.invalid(field: "plan", "is unmetered, or a whole number from 0 to 1,000,000,000,000")
        await #expect(throws: error) { try await platform.credits.setPlan(of: "ada", to: .monthly(amount)) }
        await #expect(throws: error) { _ = try await platform.users.create(name: "bob", plan: .monthly(amount)) }
        #expect(CreditPlan("\(amount)") == nil)
    }

    @Test func `a plan is typed as a number or a word`() {
        #expect(CreditPlan("200000") == .monthly(200_000) && CreditPlan("0") == .monthly(0) && CreditPlan("unmetered") == .unmetered)
        for text in ["", "Unmetered", "1e6", "1.5", "many"] { #expect(CreditPlan(text) == nil) }
    }
}
