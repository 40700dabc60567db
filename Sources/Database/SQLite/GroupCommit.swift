internal import GRDB
internal import Synchronization

/// Commits writes that come at the same time together, because a commit waits for the disk as long for one write as for many.
///
/// Writes run in the order they came. Each has a savepoint in the one transaction, so what it does wrong is undone alone.
final class GroupCommit: Sendable {
    private let pool: DatabasePool
    private let limit: Int
    private let queue = Mutex(WriteQueue())
    private let commits = Atomic(0)

    /// Commits up to `limit` writes at once on the writer of `pool`.
    init(pool: DatabasePool, limit: Int) {
        self.pool = pool
        self.limit = max(1, limit)
    }

    /// How many transactions have been committed, and how many writes wait for one.
    var counts: (commits: Int, waiting: Int) {
        (commits.load(ordering: .relaxed), queue.withLock { $0.count })
    }

    /// Takes on a write. It runs at once where no other does.
    func add(_ write: QueuedAccess) {
        if queue.withLock({ $0.add(write) }) {
            commitNextBatch()
        }
    }

    private func commitNextBatch() {
        pool.asyncWriteWithoutTransaction { [self] connection in
            let batch = queue.withLock { $0.takeBatch(limit: limit) }
            run(batch, on: connection)
            if queue.withLock({ $0.finishBatch() }) {
                commitNextBatch()
            }
        }
    }

    /// Runs the writes in one transaction, and tells their callers once it is over.
    private func run(_ writes: [QueuedAccess], on connection: GRDB.Database) {
        var answers: [@Sendable () -> Void] = []
        do {
            try connection.beginTransaction(.immediate)
            for write in writes {
                do {
                    answers.append(try runInSavepoint(write, on: connection))
                } catch {
                    // A full disk may have ended the whole transaction.
                    guard connection.isInsideTransaction else {
                        throw error
                    }
                    answers.append { write.fail(DatabaseError.translating(error)) }
                }
            }
            try connection.commit()
        } catch {
            if connection.isInsideTransaction {
                try? connection.rollback()
            }
            fail(writes, with: error, on: connection)
            return
        }
        commits.add(1, ordering: .relaxed)
        for answer in answers {
            answer()
        }
    }

    /// What one write did can fail all of them: it filled the disk, or broke a rule that is checked at the commit. Then each runs, and fails, alone.
    private func fail(_ writes: [QueuedAccess], with error: any Error, on connection: GRDB.Database) {
        let isOfOne =
            switch DatabaseError.translated(error).kind {
            case .full, .constraint: true
            default: false
            }
        for write in writes {
            if isOfOne, writes.count > 1 {
                run([write], on: connection)
            } else {
                write.fail(DatabaseError.translating(error))
            }
        }
    }

    private func runInSavepoint(_ write: QueuedAccess, on connection: GRDB.Database) throws -> @Sendable () -> Void {
        try connection.execute(sql: "SAVEPOINT write")
        let transaction = SQLiteConnection(connection, isReadOnly: false)
        do {
            let answer = try write.body(transaction)
            if let failure = transaction.failure {
                throw failure
            }
            try connection.execute(sql: "RELEASE SAVEPOINT write")
            return answer
        } catch {
            undoSavepoint(on: connection)
            // Where all is undone, the others are told what the database said, and not what this write made of it.
            throw connection.isInsideTransaction ? error : transaction.failure ?? error
        }
    }

    private func undoSavepoint(on connection: GRDB.Database) {
        guard connection.isInsideTransaction else {
            return
        }
        do {
            try connection.execute(sql: "ROLLBACK TO SAVEPOINT write; RELEASE SAVEPOINT write")
        } catch {
            // Half a write must not be committed with the others.
            try? connection.rollback()
        }
    }
}
