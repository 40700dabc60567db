import HTTPTypes
import Platform

extension HTTPFields {
    /// The headers that tell a caller where it stands; clients wait until the last of them, so it is a whole second.
    init(_ limit: RateLimit) {
        self = [
            .xRateLimitLimit: "\(limit.limit)",
            .xRateLimitRemaining: "\(limit.remaining)",
            .xRateLimitReset: "\(limit.resetAt.milliseconds / 1000)",
        ]
    }
}

extension HTTPField.Name {
    /// How many requests a window allows.
    static let xRateLimitLimit = Self("x-ratelimit-limit")!
    /// How many are left.
    static let xRateLimitRemaining = Self("x-ratelimit-remaining")!
    /// When the window ends, in Unix seconds.
    static let xRateLimitReset = Self("x-ratelimit-reset")!
}
