/// Where a caller stands in the current window.
public struct RateLimit: Sendable, Hashable {
    /// How many requests a window allows.
    public let limit: Int
    /// How many are left.
    public let remaining: Int
    /// When the window ends, at a whole second.
    public let resetAt: Timestamp
    /// How many seconds the window lasts from now, rounded up: at least 1.
    public let secondsLeft: Int
    /// Whether this request was one too many.
    public let isExceeded: Bool
}
