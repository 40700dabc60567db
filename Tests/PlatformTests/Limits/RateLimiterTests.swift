import Platform
import Synchronization
import Testing

@Suite struct RateLimiterTests {
    /// A clock that tests set.
    private final class Hands: Sendable {
        let time = Mutex(Timestamp(milliseconds: 1_000_000_020_500))

        var clock: WallClock {
            WallClock { self.time.withLock { $0 } }
        }

        func move(by duration: Duration) {
            time.withLock { $0 = $0 + duration }
        }
    }

    private let hands = Hands()

    @Test func `each caller has a count of its own`() {
        let limiter = RateLimiter(limit: 2, window: .seconds(60), clock: hands.clock)
        #expect(limiter.take("a").remaining == 1)
        #expect(limiter.take("a").remaining == 0)
        #expect(limiter.take("a").isExceeded)
        #expect(limiter.take("b").remaining == 1)
    }

    @Test func `the reset is a whole second, and true to it`() {
        let limiter = RateLimiter(limit: 1, window: .seconds(60), clock: hands.clock)
        let first = limiter.take("a")
        #expect(first.resetAt.milliseconds == 1_000_000_080_000 - 1_000_000_080_000 % 60_000)
        #expect(first.resetAt.milliseconds % 1000 == 0)
        #expect(limiter.take("a").isExceeded)
        hands.move(by: .milliseconds(first.resetAt.milliseconds - hands.clock.now.milliseconds - 1))
        #expect(limiter.take("a").isExceeded)
        hands.move(by: .milliseconds(1))
        #expect(!limiter.take("a").isExceeded)
    }

    @Test func `the wait is never shorter than what is left`() {
        let limiter = RateLimiter(limit: 1, window: .seconds(60), clock: hands.clock)
        let limit = limiter.take("a")
        #expect(hands.clock.now + .seconds(limit.secondsLeft) >= limit.resetAt)
        #expect(hands.clock.now + .seconds(limit.secondsLeft - 1) < limit.resetAt)
    }

    @Test func `a clock that is set back does not lock anyone out`() {
        let limiter = RateLimiter(limit: 1, window: .seconds(60), clock: hands.clock)
        _ = limiter.take("a")
        hands.move(by: .seconds(-3600))
        let limit = limiter.take("a")
        #expect(!limit.isExceeded)
        #expect(limit.secondsLeft <= 60)
    }

    @Test func `callers at once are all counted`() async {
        let limiter = RateLimiter(limit: 1000, window: .seconds(60), clock: hands.clock)
        await withDiscardingTaskGroup { group in
            for _ in 0..<200 { group.addTask { _ = limiter.take("a") } }
        }
        #expect(limiter.take("a").remaining == 799)
    }
}
