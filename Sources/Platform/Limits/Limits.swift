/// How many requests callers may make, in a minute and at once. All is counted in this process's memory.
public struct Limits: Sendable {
    private let keys: RateLimiter
    private let users: RateLimiter
    private let addresses: RateLimiter
    private let failures: RateLimiter
    private let keysAtOnce: ConcurrencyLimiter
    private let usersAtOnce: ConcurrencyLimiter
    private let streams = ConcurrencyLimiter(limit: streamsPerUser)

    /// How many event streams of a user may be open at once.
    public static let streamsPerUser = 8

    /// Limits of so many requests.
    ///
    /// - Parameters:
    ///   - perKey: Requests a minute of each key.
    ///   - perUser: Requests a minute of all keys of a user.
    ///   - perAddress: Requests a minute without a valid key, of each address.
    ///   - failuresPerAddress: Keys a minute that open nothing, of each address.
    ///   - atOncePerKey: Requests of each key that may be under way at once.
    ///   - atOncePerUser: Requests of all keys of a user that may be.
    public init(
        perKey: Int, perUser: Int, perAddress: Int, failuresPerAddress: Int, atOncePerKey: Int, atOncePerUser: Int, clock: WallClock
    ) {
        keys = RateLimiter(limit: perKey, window: .seconds(60), clock: clock)
        users = RateLimiter(limit: perUser, window: .seconds(60), clock: clock)
        addresses = RateLimiter(limit: perAddress, window: .seconds(60), clock: clock)
        failures = RateLimiter(limit: failuresPerAddress, window: .seconds(60), clock: clock)
        keysAtOnce = ConcurrencyLimiter(limit: atOncePerKey)
        usersAtOnce = ConcurrencyLimiter(limit: atOncePerUser)
    }

    /// Counts a request, and says where its caller stands: with the limit that it exceeds, or else with the tightest.
    public func take(_ caller: Caller) -> RateLimit {
        tightest(of: caller) { $0.take($1) }
    }

    /// Where a caller stands, with nothing counted.
    public func standing(of caller: Caller) -> RateLimit {
        tightest(of: caller) { $0.standing(of: $1) }
    }

    /// Takes the places of a request that begins. To be held until its answer is sent.
    ///
    /// - Throws: ``PlatformError/tooManyAtOnce(limit:)``.
    public func enter(_ caller: Caller) throws(PlatformError) -> [ConcurrencyPlace] {
        guard case .key(let principal) = caller else { return [] }
        return [try keysAtOnce.enter(principal.keyID), try usersAtOnce.enter(principal.userID)]
    }

    /// Takes the place of an event stream that begins. To be held until it ends.
    ///
    /// - Throws: ``PlatformError/tooManyStreams(limit:)``.
    public func enterStream(of principal: Principal) throws(PlatformError) -> ConcurrencyPlace {
        do {
            return try streams.enter(principal.userID)
        } catch {
            throw .tooManyStreams(limit: Self.streamsPerUser)
        }
    }

    private func tightest(of caller: Caller, _ look: (RateLimiter, String) -> RateLimit) -> RateLimit {
        let (first, second) = rates(of: caller)
        let limit = look(first.limiter, first.name)
        // What the one refuses does not count for the other: a key that runs wild must not use up what its user's others may.
        guard !limit.isExceeded, let second else { return limit }
        let other = look(second.limiter, second.name)
        return other.isExceeded || (other.remaining, other.limit) < (limit.remaining, limit.limit) ? other : limit
    }

    /// The counts that a caller is in, the narrower first.
    private func rates(of caller: Caller) -> (first: (limiter: RateLimiter, name: String), second: (limiter: RateLimiter, name: String)?) {
        switch caller {
        case .key(let principal): ((keys, principal.keyID), (users, principal.userID))
        case .failedKey(let address): ((failures, address), (addresses, address))
        case .address(let address): ((addresses, address), nil)
        }
    }
}
