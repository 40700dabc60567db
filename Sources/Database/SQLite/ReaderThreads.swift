internal import Dispatch
internal import GRDB
internal import Synchronization

/// Runs reads side by side on a few threads, each with a connection of its own.
///
/// A thread keeps its connection for a while when it has nothing to do. GRDB's own asynchronous reads pass through two queues before they run, which
/// takes several times as long as looking up a row.
final class ReaderThreads: Sendable {
    private let pool: DatabasePool
    private let threads = DispatchQueue(label: "Database.read", attributes: .concurrent)
    private let queue: Mutex<ReadQueue>
    private let wake = DispatchSemaphore(value: 0)

    /// How long an idle thread waits for more, in milliseconds.
    private static let patience = 1000

    /// Runs up to `limit` reads of `pool` at once.
    init(pool: DatabasePool, limit: Int) {
        self.pool = pool
        queue = Mutex(ReadQueue(threadLimit: limit))
    }

    /// Takes on a read. It runs at once where there is room for it.
    func add(_ read: QueuedAccess) {
        switch queue.withLock({ $0.add(read) }) {
        case .none: break
        case .wake: wake.signal()
        case .start: threads.async { self.work() }
        }
    }

    /// Has the threads give their connections back once nothing waits.
    func stop() {
        for _ in 0..<queue.withLock({ $0.stop() }) {
            wake.signal()
        }
    }

    private func work() {
        do {
            try pool.unsafeRead { connection in
                while let read = next() {
                    run(read, on: connection)
                }
            }
        } catch {
            // Without a connection: who waits is told why.
            while let read = next() {
                read.fail(DatabaseError.translating(error))
            }
        }
    }

    /// The next read, waited for; nil where the thread is to end.
    private func next() -> QueuedAccess? {
        while true {
            switch queue.withLock({ $0.next() }) {
            case .run(let read): return read
            case .end: return nil
            case .wait:
                if wake.wait(timeout: .now() + .milliseconds(Self.patience)) == .timedOut {
                    if queue.withLock({ $0.giveUp() }) {
                        return nil
                    }
                    wake.wait()
                }
            }
        }
    }

    /// Runs a read in a transaction of its own, and tells its caller once that is over.
    private func run(_ read: QueuedAccess, on connection: GRDB.Database) {
        do {
            let answer = try connection.reading(read.body)
            answer()
        } catch {
            read.fail(DatabaseError.translating(error))
        }
    }
}
