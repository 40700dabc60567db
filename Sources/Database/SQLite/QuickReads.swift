internal import GRDB
internal import Synchronization

/// Runs reads on their callers' threads, where there is a connection for them at once.
///
/// To find a row by its key takes a tenth of the time that it takes to have another thread do it and tell of it.
final class QuickReads: Sendable {
    private let pool: DatabasePool
    private let limit: Int
    private let running = Mutex(0)

    /// Runs up to `limit` reads of `pool` at once, which has as many connections for them.
    init(pool: DatabasePool, limit: Int) {
        self.pool = pool
        self.limit = limit
    }

    /// Runs a read in a transaction of its own; nil where too many are under way.
    ///
    /// - Throws: what `body` throws, or a ``DatabaseError``.
    func run<T>(_ body: (any DatabaseConnection) throws -> T) throws -> T? {
        guard begin() else { return nil }
        defer { running.withLock { $0 -= 1 } }
        do {
            return try pool.unsafeRead { connection in try connection.reading(body) }
        } catch {
            throw DatabaseError.translating(error)
        }
    }

    private func begin() -> Bool {
        running.withLock { running in
            guard running < limit else { return false }
            running += 1
            return true
        }
    }
}
