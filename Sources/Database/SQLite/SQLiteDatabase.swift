internal import Dispatch
internal import GRDB
internal import Synchronization

/// A database in one SQLite file, by GRDB.
///
/// It has a write-ahead log, so that reads and writes do not wait for each other. A commit is synced to the disk before its write returns, and
/// many writes at once share a commit: see ``write(_:)``.
public final class SQLiteDatabase: Database {
    private let pool: DatabasePool
    private let readers: ReaderThreads
    private let quickReads: QuickReads
    private let writer: GroupCommit
    /// What was asked for and is not answered yet.
    private let accesses = DispatchGroup()
    private let isClosed = Mutex(false)
    /// For what takes long, and is asked for once.
    private let background = DispatchQueue(label: "Database.background")

    /// Opens the file at `path`, and creates it, for this user alone, where there is none. Its folder must exist.
    ///
    /// - Throws: ``DatabaseError``: of kind ``DatabaseError/Kind/cannotOpen`` where the folder is missing, ``DatabaseError/Kind/readOnly`` where the
    ///   file or the folder can't be written, ``DatabaseError/Kind/corrupt`` where the file is no SQLite database, or another.
    public init(path: String, options: Options = Options()) throws {
        let file = DatabaseFile(path: path)
        try file.create()
        pool = try Self.open(file.path, options: options)
        readers = ReaderThreads(pool: pool, limit: options.maximumReaders)
        quickReads = QuickReads(limit: options.maximumQuickReads) { try Self.openReader(file.path, options: options) }
        writer = GroupCommit(pool: pool, limit: options.batchLimit)
    }

    /// How many transactions have been committed, and how many writes wait for one.
    var writeCounts: (commits: Int, waiting: Int) {
        writer.counts
    }

    public func read<T: Sendable>(_ body: @escaping @Sendable (any DatabaseConnection) throws -> T) async throws -> T {
        try await access(body) { readers.add($0) }
    }

    public func lookUp(_ sql: SQL) async throws -> Row? {
        if let answer = try quickly({ try $0.row(sql) }) { return answer }
        return try await read { try $0.row(sql) }
    }

    private func quickly<T>(_ body: (any DatabaseConnection) throws -> T) throws -> T? {
        try beginAccess()
        defer { accesses.leave() }
        return try quickReads.run(body)
    }

    /// Runs `body` in a transaction, commits it, and returns once the changes survive a loss of power.
    ///
    /// A lone write runs at once. Those that arrive while one is committed wait, and then run one after the other in the order they arrived, each in
    /// a savepoint of one transaction, so that all of them pay for one sync of the disk. What one of them does wrong is undone alone.
    ///
    /// - Throws: what `body` throws, or a ``DatabaseError``.
    @discardableResult
    public func write<T: Sendable>(_ body: @escaping @Sendable (any DatabaseConnection) throws -> T) async throws -> T {
        try await access(body) { writer.add($0) }
    }

    private func access<T: Sendable>(
        _ body: @escaping @Sendable (any DatabaseConnection) throws -> T, queue: (QueuedAccess) -> Void
    ) async throws -> T {
        try beginAccess()
        defer { accesses.leave() }
        return try await withCheckedThrowingContinuation { continuation in
            queue(
                QueuedAccess(
                    body: { connection in
                        let value = try body(connection)
                        return { continuation.resume(returning: value) }
                    },
                    fail: { continuation.resume(throwing: $0) }))
        }
    }

    public func close() async throws {
        let isFirst = isClosed.withLock { isClosed in
            defer { isClosed = true }
            return !isClosed
        }
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            accesses.notify(queue: background) { [pool, readers, quickReads] in
                readers.stop()
                quickReads.stop()
                // Best effort, and only of what nobody needs: then the database is one file. A closed connection must not be asked for it.
                if isFirst { try? pool.writeWithoutTransaction { _ = try $0.checkpoint(.passive) } }
                continuation.resume(with: Result { try pool.close() }.mapError(DatabaseError.translating))
            }
        }
    }

    /// Does `body` with the connections, away from the threads that tasks run on.
    func withPool<T: Sendable>(_ body: @escaping @Sendable (DatabasePool) throws -> T) async throws -> T {
        try beginAccess()
        defer { accesses.leave() }
        return try await withCheckedThrowingContinuation { continuation in
            background.async { [pool] in
                continuation.resume(with: Result { try body(pool) }.mapError(DatabaseError.translating))
            }
        }
    }

    private func beginAccess() throws {
        try isClosed.withLock { isClosed in
            guard !isClosed else {
                throw DatabaseError(.closed)
            }
            // Under the lock: what has begun is seen by whoever closes.
            accesses.enter()
        }
    }
}
