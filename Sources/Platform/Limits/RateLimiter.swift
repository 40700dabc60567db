import Synchronization

/// Counts requests in windows of time, one count a caller, and says who has had enough.
///
/// Windows are fixed and the same for all: the count starts anew when one ends, which is a time that can be told to callers exactly.
public final class RateLimiter: Sendable {
    private struct State {
        var windowEnd = Timestamp(milliseconds: 0)
        var counts: [String: Int] = [:]
    }

    private let limit: Int
    private let window: Duration
    private let clock: WallClock
    private let state = Mutex(State())

    /// How many callers are told apart in a window; those beyond share one count, so that nobody fills the memory with names.
    private static let callerLimit = 100_000

    /// A limiter that allows `limit` requests in each `window`, which is a whole number of seconds.
    public init(limit: Int, window: Duration, clock: WallClock) {
        self.limit = max(1, limit)
        self.window = max(window, .seconds(1))
        self.clock = clock
    }

    /// Counts a request of `caller`, and says whether it may go on.
    public func take(_ caller: String) -> RateLimit {
        standing(of: caller, counting: 1)
    }

    /// Where `caller` stands, with nothing counted.
    public func standing(of caller: String) -> RateLimit {
        standing(of: caller, counting: 0)
    }

    private func standing(of caller: String, counting requests: Int) -> RateLimit {
        let now = clock.now
        return state.withLock { state in
            // A clock that was set back must not keep a window open for ever.
            if now >= state.windowEnd || now + window < state.windowEnd {
                state = State(windowEnd: end(of: now))
            }
            let caller = state.counts[caller] != nil || state.counts.count < Self.callerLimit ? caller : ""
            let count = min(limit + 1, state.counts[caller, default: 0] + requests)
            if count > 0 { state.counts[caller] = count }
            let left = Int((state.windowEnd.milliseconds - now.milliseconds + 999) / 1000)
            return RateLimit(
                limit: limit, remaining: max(0, limit - count), resetAt: state.windowEnd, secondsLeft: max(1, left), isExceeded: count > limit)
        }
    }

    /// The end of the window that `time` lies in: a whole second.
    private func end(of time: Timestamp) -> Timestamp {
        let length = window.components.seconds * 1000
        return Timestamp(milliseconds: (time.milliseconds / length + 1) * length)
    }
}
