internal import GRDB
internal import Synchronization

/// Runs single queries on their callers' threads, where there is a connection for them at once.
///
/// To find a row by its key takes a tenth of the time that it takes to have another thread do it and tell of it. The connections are not the pool's,
/// which looks at the schema and passes two queues for each that it lends.
final class QuickReads: Sendable {
    private struct State {
        var idle: [DatabaseQueue] = []
        /// How many are open, or being opened.
        var count = 0
    }

    private let limit: Int
    private let open: @Sendable () throws -> DatabaseQueue
    private let state = Mutex(State())

    /// Runs up to `limit` queries at once, on as many connections, which `open` opens as they are needed.
    init(limit: Int, open: @escaping @Sendable () throws -> DatabaseQueue) {
        self.limit = limit
        self.open = open
    }

    /// Runs a query; nil where too many are under way. There is no transaction around it: one query sees one state of the database anyway.
    ///
    /// - Throws: what `body` throws, or a ``DatabaseError``.
    func run<T>(_ body: (any DatabaseConnection) throws -> T) throws -> T? {
        do {
            guard let connection = try take() else { return nil }
            defer { state.withLock { $0.idle.append(connection) } }
            return try connection.unsafeRead { try body(SQLiteConnection($0, isReadOnly: true)) }
        } catch {
            throw DatabaseError.translating(error)
        }
    }

    /// Closes the connections. To be called when nothing runs, and nothing will.
    func stop() {
        for connection in state.withLock({ state in exchange(&state.idle, with: []) }) { try? connection.close() }
    }

    private func take() throws -> DatabaseQueue? {
        let (idle, mayOpen): (DatabaseQueue?, Bool) = state.withLock { state in
            if let idle = state.idle.popLast() { return (idle, false) }
            guard state.count < limit else { return (nil, false) }
            state.count += 1
            return (nil, true)
        }
        guard mayOpen else { return idle }
        do {
            return try open()
        } catch {
            state.withLock { $0.count -= 1 }
            throw error
        }
    }
}
