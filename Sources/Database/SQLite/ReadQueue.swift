/// The reads that wait, and the threads that run them: at work, or idle until there is more to do.
struct ReadQueue: Sendable {
    /// What whoever adds a read has to do.
    enum Step: Hashable, Sendable {
        /// Nothing: a thread that is at work takes it along.
        case none
        /// Wake an idle thread.
        case wake
        /// Start one more thread.
        case start
    }

    private let threadLimit: Int
    private var threadCount = 0
    private var idleCount = 0
    private var waiting: ArraySlice<QueuedAccess> = []
    private var isStopping = false

    /// An empty queue that has at most `threadLimit` threads.
    init(threadLimit: Int) {
        self.threadLimit = max(1, threadLimit)
    }

    /// Adds a read at the end.
    mutating func add(_ read: QueuedAccess) -> Step {
        waiting.append(read)
        if idleCount > 0 {
            idleCount -= 1
            return .wake
        }
        guard threadCount < threadLimit else {
            return .none
        }
        threadCount += 1
        return .start
    }

    /// Takes the first read; where there is none, the thread is idle from now on, or done if it is to stop.
    mutating func next() -> Next {
        if let read = waiting.popFirst() {
            return .run(read)
        }
        if isStopping {
            threadCount -= 1
            return .end
        }
        idleCount += 1
        return .wait
    }

    /// What a thread does next.
    enum Next: Sendable {
        /// Run a read.
        case run(QueuedAccess)
        /// Wait to be woken.
        case wait
        /// End.
        case end
    }

    /// Ends an idle thread that was not woken in time.
    ///
    /// - Returns: whether it ends; if not, it is being woken at this moment.
    mutating func giveUp() -> Bool {
        guard idleCount > 0 else {
            return false
        }
        idleCount -= 1
        threadCount -= 1
        return true
    }

    /// Has threads end once nothing waits.
    ///
    /// - Returns: how many idle ones have to be woken for it.
    mutating func stop() -> Int {
        isStopping = true
        defer { idleCount = 0 }
        return idleCount
    }
}
