import ServiceLifecycle

/// What changes of one user's tasks, for one listener.
///
/// The tasks themselves are its source, so several changes of a task may come as one; but what each task that changed has become is told at least once.
public actor TaskChangeFeed {
    /// Where it began: who listens from here on again misses nothing.
    public nonisolated let start: TaskCursor

    private let userID: String
    private let queue: TaskQueue
    private let signals: TaskSignals
    private var window: TaskChangeWindow
    private var pass: TaskChangeWindow.Pass?
    private var passedAt: ContinuousClock.Instant?
    private var isStopping = false

    /// How often it looks without having been woken.
    private static let poll: Duration = .seconds(1)
    /// How long it rests between two passes: changes that come in a crowd are read together.
    private static let rest: Duration = .milliseconds(100)

    init(of userID: String, after cursor: TaskCursor?, queue: TaskQueue, signals: TaskSignals) {
        self.userID = userID
        self.queue = queue
        self.signals = signals
        start = cursor ?? TaskCursor(time: queue.clock.now)
        window = TaskChangeWindow(readUntil: start.time)
    }

    /// Passes over what has happened until now.
    func skip() async throws {
        repeat { _ = try await read() } while pass != nil
    }

    /// The next changes, in the order in which they happened; none when `patience` is over, and nil when the server is to stop.
    ///
    /// - Throws: `DatabaseError`, `CancellationError`.
    public func next(within patience: Duration) async throws -> [TaskChange]? {
        let deadline = ContinuousClock.now + patience
        return try await signals.withChange(of: userID) { signal in
            try await withGracefulShutdownHandler {
                while !isStopping {
                    // What happened until now is told even then.
                    isStopping = Task.isShuttingDownGracefully
                    if pass == nil, !isStopping { try await takeRest() }
                    let changes = try await read()
                    if !changes.isEmpty { return changes }
                    guard pass == nil, !isStopping else { continue }
                    let left = deadline - .now
                    if left <= .zero { return [] }
                    await signal.wait(atMost: min(left, Self.poll))
                    try Task.checkCancellation()
                }
                return nil
            } onGracefulShutdown: {
                signal.raise()
            }
        }
    }

    private func takeRest() async throws {
        guard let left = passedAt.map({ $0 + Self.rest - .now }), left > .zero else { return }
        try await Task.sleep(for: left)
    }

    /// Reads a page of the pass that is under way, or of a new one, and answers what of it is news.
    private func read() async throws -> [TaskChange] {
        var pass = pass ?? window.begin(at: queue.clock.now)
        let page = try await queue.changes(of: userID, after: pass.position, until: pass.last)
        let news = page.filter { window.take($0) }
        if page.count == TaskQueue.changesPage, let last = page.last {
            pass.position = last.cursor
            self.pass = pass
        } else {
            window.end(pass)
            self.pass = nil
            passedAt = .now
        }
        return news
    }
}
