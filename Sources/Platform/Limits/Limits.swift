/// How many requests callers may make.
public struct Limits: Sendable {
    /// Counts the requests of each key.
    public let keys: RateLimiter
    /// Counts the requests without a valid key of each address.
    public let addresses: RateLimiter
    /// Counts the keys of each address that open nothing.
    public let failures: RateLimiter

    /// Limits of so many requests a minute.
    public init(perKey: Int, perAddress: Int, failuresPerAddress: Int, clock: WallClock) {
        keys = RateLimiter(limit: perKey, window: .seconds(60), clock: clock)
        addresses = RateLimiter(limit: perAddress, window: .seconds(60), clock: clock)
        failures = RateLimiter(limit: failuresPerAddress, window: .seconds(60), clock: clock)
    }
}
