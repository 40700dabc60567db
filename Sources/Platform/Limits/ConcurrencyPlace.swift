/// A place among a caller's requests under way. It is free again when nobody holds it any more, however the request ended.
public final class ConcurrencyPlace: Sendable {
    private let caller: String
    private let limiter: ConcurrencyLimiter

    init(of caller: String, in limiter: ConcurrencyLimiter) {
        self.caller = caller
        self.limiter = limiter
    }

    deinit {
        limiter.leave(caller)
    }
}
