import Synchronization

/// Counts the requests that are under way at once, one count a caller.
final class ConcurrencyLimiter: Sendable {
    private let limit: Int
    /// Holds nobody who has nothing under way, so it is never longer than what is.
    private let counts = Mutex<[String: Int]>([:])

    /// A limiter that allows `limit` requests at once, of each caller.
    init(limit: Int) {
        self.limit = max(1, limit)
    }

    /// Takes a place among the requests of `caller`.
    ///
    /// - Throws: ``PlatformError/tooManyAtOnce(limit:)``.
    func enter(_ caller: String) throws(PlatformError) -> ConcurrencyPlace {
        let isFree = counts.withLock { counts in
            let count = counts[caller, default: 0]
            guard count < limit else { return false }
            counts[caller] = count + 1
            return true
        }
        guard isFree else { throw .tooManyAtOnce(limit: limit) }
        return ConcurrencyPlace(of: caller, in: self)
    }

    /// Gives a place back.
    func leave(_ caller: String) {
        counts.withLock { counts in
            guard let count = counts[caller] else { return }
            counts[caller] = count > 1 ? count - 1 : nil
        }
    }
}
