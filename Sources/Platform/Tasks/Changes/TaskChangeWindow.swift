/// Which changes a listener is to look at again, and which of them it knows: a pure account, without clock and database.
///
/// A change's time is taken a little before others can see it, and clocks differ: so each pass begins some seconds before the last one, and leaves out what
/// was told of these seconds as it still is. Nothing is lost to a clock that is set back either: the pass that notices reads all from there on.
struct TaskChangeWindow: Sendable {
    /// A walk over changes, page by page.
    struct Pass: Sendable, Hashable {
        /// Changes after this are to be read next.
        var position: TaskCursor
        /// The last time that belongs to it: it must come to an end while tasks go on changing.
        let last: Timestamp
        fileprivate let time: Timestamp
    }

    /// What a listener knows of a task.
    private struct Told: Sendable {
        var state: TaskState
        var progress: Int
        var updatedAt: Timestamp
    }

    /// How far clocks and commits may be behind each other.
    static let overlap = Duration.seconds(5)

    /// How many changes are remembered: of a user with more in ``overlap``, fewer seconds are looked at again.
    private let limit: Int
    /// Up to when changes have been read.
    private var time: Timestamp
    private var told: [String: Told] = [:]
    /// The last change that was told and is no longer remembered, because there were too many.
    private var forgotten: TaskCursor?

    /// A window that has read everything until `time`.
    init(readUntil time: Timestamp, limit: Int = 5000) {
        self.time = time
        self.limit = max(2, limit)
    }

    /// How many changes are remembered.
    var count: Int { told.count }

    /// Begins a pass at `now`.
    mutating func begin(at now: Timestamp) -> Pass {
        var first = TaskCursor(time: min(time, now) + (.zero - Self.overlap))
        if let forgotten, forgotten.time <= now { first = max(first, forgotten) }
        let last = max(time, now) + Self.overlap
        told = told.filter { first.time <= $1.updatedAt && $1.updatedAt <= last }
        return Pass(position: first, last: last, time: now)
    }

    /// Notes what a task is now, and says whether that is to be told.
    mutating func take(_ change: TaskChange) -> Bool {
        let known = told.updateValue(Told(state: change.state, progress: change.progress, updatedAt: change.updatedAt), forKey: change.id)
        if told.count > limit { forget() }
        return known?.state != change.state || known?.progress != change.progress
    }

    /// Ends a pass, all of which was read.
    mutating func end(_ pass: Pass) {
        time = pass.time
    }

    private mutating func forget() {
        let places = told.map { TaskCursor(time: $1.updatedAt, taskID: $0) }.sorted()
        let old = places.prefix(places.count / 2)
        for place in old { told[place.taskID] = nil }
        forgotten = old.last
    }
}
