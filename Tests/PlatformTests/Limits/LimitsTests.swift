import Testing

@testable import Platform

@Suite struct LimitsTests {
    private let time = TestTime(Timestamp(milliseconds: 1_000_000_020_500))

    private func limits(
        perKey: Int = 100, perUser: Int = 100, perAddress: Int = 100, failures: Int = 100, atOncePerKey: Int = 100, atOncePerUser: Int = 100
    ) -> Limits {
        let clock = WallClock { [time] in time.now }
        return Limits(
            perKey: perKey, perUser: perUser, perAddress: perAddress, failuresPerAddress: failures, atOncePerKey: atOncePerKey,
            atOncePerUser: atOncePerUser, clock: clock)
    }

    private func key(_ keyID: String, of userID: String = "ada") -> Caller {
        .key(Principal(userID: userID, keyID: keyID))
    }

    @Test func `the tighter limit is told`() {
        let limits = limits(perKey: 3, perUser: 5)
        let first = limits.take(key("a"))
        #expect(first.limit == 3 && first.remaining == 2)
        _ = limits.take(key("b"))
        _ = limits.take(key("b"))
        // The user has two left, the key a whole three.
        #expect(limits.standing(of: key("c")).limit == 5)
        let third = limits.take(key("c"))
        #expect(third.limit == 5 && third.remaining == 1 && !third.isExceeded)
    }

    @Test func `a user's keys together may not ask for more than the user`() {
        let limits = limits(perKey: 2, perUser: 3)
        for keyID in ["a", "a", "b"] { #expect(!limits.take(key(keyID)).isExceeded) }
        let last = limits.take(key("b"))
        #expect(last.isExceeded && last.limit == 3 && last.remaining == 0)
        #expect(!limits.take(key("x", of: "bob")).isExceeded)
    }

    @Test func `what a key is refused does not count for its user`() {
        let limits = limits(perKey: 1, perUser: 2)
        #expect(!limits.take(key("a")).isExceeded)
        for _ in 0..<10 { #expect(limits.take(key("a")).limit == 1) }
        #expect(!limits.take(key("b")).isExceeded)
        #expect(limits.take(key("b")).isExceeded)
    }

    @Test func `looking counts nothing`() {
        let limits = limits(perKey: 2, perUser: 9)
        _ = limits.take(key("a"))
        for _ in 0..<5 { #expect(limits.standing(of: key("a")).remaining == 1) }
        time.now = time.now + .seconds(60)
        let later = limits.standing(of: key("a"))
        #expect(later.remaining == 2 && later.resetAt > time.now)
    }

    @Test func `keys that open nothing are counted apart from requests without one`() {
        let limits = limits(perAddress: 3, failures: 1)
        #expect(!limits.take(.failedKey(address: "1.2.3.4")).isExceeded)
        #expect(limits.take(.failedKey(address: "1.2.3.4")).isExceeded)
        // Only the first of them reached the address's count.
        #expect(limits.take(.address("1.2.3.4")).remaining == 1)
        #expect(!limits.take(.failedKey(address: "5.6.7.8")).isExceeded)
        #expect(!limits.take(key("a")).isExceeded)
    }

    @Test func `so many requests are under way at once, of a key and of a user`() throws {
        let limits = limits(atOncePerKey: 2, atOncePerUser: 3)
        var held = [try limits.enter(key("a")), try limits.enter(key("a"))]
        #expect(throws: PlatformError.tooManyAtOnce(limit: 2)) { try limits.enter(key("a")) }
        held.append(try limits.enter(key("b")))
        #expect(throws: PlatformError.tooManyAtOnce(limit: 3)) { try limits.enter(key("b")) }
        // What was refused holds nothing: the key has its second place yet.
        held.removeFirst()
        held.append(try limits.enter(key("b")))
        #expect(throws: PlatformError.tooManyAtOnce(limit: 2)) { try limits.enter(key("b")) }
        held.removeAll()
        for _ in 0..<5 { _ = try limits.enter(key("a")) }
        #expect(try limits.enter(.address("1.2.3.4")).isEmpty)
    }

    @Test func `places that many take and give back at once are all free again`() async throws {
        let limits = limits(atOncePerKey: 4, atOncePerUser: 4)
        await withDiscardingTaskGroup { group in
            for _ in 0..<200 {
                group.addTask { [caller = key("a")] in
                    for _ in 0..<20 { _ = try? limits.enter(caller) }
                }
            }
        }
        let held = try (0..<4).map { _ in try limits.enter(key("a")) }
        #expect(held.count == 4)
        #expect(throws: PlatformError.self) { try limits.enter(key("a")) }
    }
}
