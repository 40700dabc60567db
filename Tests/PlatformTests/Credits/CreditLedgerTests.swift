import Database
import Testing

@testable import Platform

@Suite struct CreditLedgerTests {
    private static let day: Duration = .seconds(86_400)

    private func balance(_ platform: TestPlatform, _ user: String) async throws -> [Int] {
        let balance = try await platform.credits.balance(of: user)
        #expect(balance.total == balance.regular + balance.permanent)
        return [balance.regular, balance.permanent]
    }

    @Test func `what expires first is held first`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await platform.credits.grant(100, to: "ada", expiresAt: nil)
        platform.advance(by: .seconds(1))
        try await platform.credits.grant(50, to: "ada", expiresAt: platform.clock.now + Self.day * 9)
        platform.advance(by: .seconds(1))
        try await platform.credits.grant(30, to: "ada", expiresAt: platform.clock.now + Self.day)
        try await platform.ledger { try $0.hold(40, for: "task", of: user) }
        #expect(try await platform.grants(of: user) == [100, 40, 0])
        try await platform.ledger { try $0.hold(60, for: "other", of: user) }
        #expect(try await platform.grants(of: user) == [80, 0, 0])
        #expect(try await balance(platform, user) == [0, 80])
    }

    @Test func `what is charged is gone`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await platform.credits.grant(100, to: "ada", expiresAt: nil)
        try await platform.ledger { try $0.hold(40, for: "task", of: user) }
        try await platform.ledger { try $0.charge("task") }
        #expect(try await balance(platform, user) == [0, 60])
        #expect(try await platform.entries(of: user) == ["grant": 100, "hold": 40, "charge": 40])
    }

    @Test func `what is returned goes back to where it came from`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await platform.credits.grant(30, to: "ada", expiresAt: platform.clock.now + Self.day)
        platform.advance(by: .seconds(1))
        try await platform.credits.grant(100, to: "ada", expiresAt: nil)
        try await platform.ledger { try $0.hold(50, for: "task", of: user) }
        #expect(try await platform.grants(of: user) == [0, 80])
        try await platform.ledger { try $0.giveBack("task") }
        #expect(try await platform.grants(of: user) == [30, 100])
    }

    @Test func `what returns to an expired grant expires`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await platform.credits.grant(30, to: "ada", expiresAt: platform.clock.now + Self.day)
        try await platform.credits.grant(100, to: "ada", expiresAt: nil)
        try await platform.ledger { try $0.hold(50, for: "task", of: user) }
        platform.advance(by: Self.day * 2)
        try await platform.ledger { try $0.giveBack("task") }
        #expect(try await balance(platform, user) == [0, 100])
        #expect(try await platform.entries(of: user) == ["grant": 130, "hold": 50, "return": 50, "expiry": 30])
    }

    @Test func `what is held does not expire`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await platform.credits.grant(30, to: "ada", expiresAt: platform.clock.now + Self.day)
        try await platform.ledger { try $0.hold(20, for: "task", of: user) }
        platform.advance(by: Self.day * 2)
        try await platform.ledger { try $0.charge("task") }
        #expect(try await platform.entries(of: user) == ["grant": 30, "hold": 20, "charge": 20])
        #expect(try await balance(platform, user) == [0, 0])
    }

    @Test func `credits that have expired can't be spent`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await platform.credits.grant(30, to: "ada", expiresAt: platform.clock.now + Self.day)
        platform.advance(by: Self.day)
        #expect(try await balance(platform, user) == [0, 0])
        await #expect(throws: PlatformError.insufficientCredits(available: 0, needed: 1)) {
            try await platform.ledger { try $0.hold(1, for: "task", of: user) }
        }
    }

    @Test func `more than there is can't be held, and nothing is`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser(monthlyCredits: 10)
        try await platform.credits.grant(30, to: "ada", expiresAt: nil)
        await #expect(throws: PlatformError.insufficientCredits(available: 40, needed: 41)) {
            try await platform.ledger { try $0.hold(41, for: "task", of: user) }
        }
        #expect(try await balance(platform, user) == [10, 30])
        #expect(try await platform.entries(of: user) == ["grant": 30])
        try await platform.ledger { try $0.hold(40, for: "task", of: user) }
        #expect(try await balance(platform, user) == [0, 0])
    }

    @Test func `a plan's credits come anew each month, and what was left is gone`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser(monthlyCredits: 100)
        let november = try await platform.credits.balance(of: user)
        #expect(november.regular == 100 && november.resetAt.rfc3339 == "2026-12-01T00:00:00.000Z")
        try await platform.ledger { try $0.hold(30, for: "first", of: user) }
        try await platform.ledger { try $0.charge("first") }
        #expect(try await balance(platform, user) == [70, 0])

        platform.setTime(Timestamp(milliseconds: november.resetAt.milliseconds - 1))
        #expect(try await balance(platform, user) == [70, 0])
        platform.setTime(november.resetAt)
        #expect(try await balance(platform, user) == [100, 0])
        try await platform.ledger { try $0.hold(100, for: "second", of: user) }
        await #expect(throws: PlatformError.insufficientCredits(available: 0, needed: 1)) {
            try await platform.ledger { try $0.hold(1, for: "third", of: user) }
        }
        #expect(try await platform.entries(of: user) == ["grant": 200, "hold": 130, "charge": 30, "expiry": 70])
    }

    @Test func `a grant is of a sensible size and ends in the future`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        for amount in [0, -5, 1_000_000_000_001, .max] {
            await #expect(throws: PlatformError.self) { try await platform.credits.grant(amount, to: "ada", expiresAt: nil) }
        }
        await #expect(throws: PlatformError.self) { try await platform.credits.grant(5, to: "ada", expiresAt: platform.clock.now) }
        await #expect(throws: PlatformError.self) { try await platform.credits.grant(5, to: "nobody", expiresAt: nil) }
        #expect(try await platform.entries(of: user).isEmpty)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `the ledger adds up, whatever happens`(seed: UInt64) async throws {
        let platform = try await TestPlatform(seed: seed)
        let generator = SharedGenerator(seed: seed &+ 100)
        func random(_ bound: Int) -> Int { Int(generator.next() % UInt64(bound)) }
        let user = try await platform.makeUser(monthlyCredits: 200)
        var open: [(task: String, amount: Int)] = []
        var charged = 0
        for step in 0..<150 {
            switch random(6) {
            case 0:
                let expiry = random(2) == 0 ? nil : platform.clock.now + Self.day * (1 + random(20))
                try await platform.credits.grant(1 + random(100), to: "ada", expiresAt: expiry)
            case 1, 2:
                let (task, amount) = ("task \(step)", 1 + random(80))
                let available = try await platform.credits.balance(of: user).total
                do {
                    try await platform.ledger { try $0.hold(amount, for: task, of: user) }
                    open.append((task, amount))
                    #expect(amount <= available)
                } catch PlatformError.insufficientCredits(let known, let needed) {
                    #expect(known == available && needed == amount && available < amount)
                }
            case 3 where !open.isEmpty:
                let task = open.remove(at: random(open.count))
                try await platform.ledger { try $0.charge(task.task) }
                charged += task.amount
            case 4 where !open.isEmpty:
                let task = open.remove(at: random(open.count))
                try await platform.ledger { try $0.giveBack(task.task) }
            default: platform.advance(by: Self.day * random(6))
            }
            let sums = try await platform.entries(of: user)
            let remaining = try await platform.grants(of: user)
            #expect(remaining.allSatisfy { $0 >= 0 })
            // Of all grants together, what is left is what was given, less what was held, and with what came back, less what expired.
            let (given, held, returned) = (sums["grant", default: 0], sums["hold", default: 0], sums["return", default: 0])
            #expect(remaining.reduce(0, +) == given - held + returned - sums["expiry", default: 0])
            #expect(sums["charge", default: 0] == charged)
            #expect(sums["hold", default: 0] - charged - sums["return", default: 0] == open.reduce(0) { $0 + $1.amount })
        }
        #expect(charged > 0)
    }
}
