import Speech

@testable import Platform

/// What the queue should do, in plain values: every task, every credit, every turn. It shares no rule with the queue but the types of its answers.
struct QueueModel {
    var accounts: [String: ModelAccount] = [:]
    private(set) var tasks: [String: ModelTask] = [:]
    /// The ids of the tasks that wait or run.
    private(set) var open: Set<String> = []
    /// Whose turn it was when, by lane and user.
    private(set) var turns: [TaskLane: [String: Int]] = [.interactive: [:], .batch: [:]]
    private(set) var totals: [String: [TaskFamily: Int]] = [:]
    private(set) var passedOver = 0
    private var answers: [String: (text: Int, answer: String, expiresAt: Timestamp)] = [:]
    /// The stored files, each with how many tasks lead to it.
    private(set) var blobs: [String: Int] = [:]
    /// The stored file that may be used again, by user and text.
    private(set) var reusable: [String: String] = [:]

    private let limits: TaskConfiguration
    private static let lease: Duration = .seconds(60)
    private static let attempts = 5

    init(limits: TaskConfiguration) {
        self.limits = limits
    }

    private func tasks(of userID: String, in state: TaskState) -> [ModelTask] {
        open.compactMap { tasks[$0] }.filter { $0.userID == userID && $0.state == state }
    }

    /// How many of a user's tasks wait in a lane.
    func waiting(_ userID: String, _ lane: TaskLane) -> Int {
        tasks(of: userID, in: .queued).count { $0.lane == lane }
    }

    // MARK: Taking on

    /// Takes a task on; answers why not.
    mutating func add(_ task: ModelTask, at now: Timestamp) -> PlatformError? {
        let unfinished = tasks(of: task.userID, in: .queued).count + tasks(of: task.userID, in: .running).count
        guard unfinished < limits.openPerUser else { return .tooManyTasks(limit: limits.openPerUser) }
        guard var account = accounts[task.userID] else { return .notFound("") }
        guard let holds = account.hold(task.price, at: now) else {
            // A refusal changes nothing.
            return .insufficientCredits(available: accounts[task.userID]?.balance(at: now) ?? 0, needed: task.price)
        }
        accounts[task.userID] = account
        var task = task
        task.holds = holds
        tasks[task.id] = task
        open.insert(task.id)
        turns[task.lane]?[task.userID, default: 0] += 0
        totals[task.userID, default: [:]][task.family, default: 0] += 1
        return nil
    }

    /// What a repeated request is answered: the earlier answer, a conflict, or nil where it is new.
    func earlier(_ key: String, text: Int, at now: Timestamp) -> Result<String, PlatformError>? {
        guard let kept = answers[key], kept.expiresAt > now else { return nil }
        return kept.text == text ? .success(kept.answer) : .failure(.idempotencyConflict)
    }

    /// Keeps an answer, and forgets those whose time is over.
    mutating func keep(_ answer: String, to key: String, text: Int, at now: Timestamp) {
        answers[key] = (text, answer, now + .seconds(24 * 3600))
    }

    /// Forgets the answers whose time is over.
    mutating func forgetAnswers(at now: Timestamp) {
        answers = answers.filter { $0.value.expiresAt > now }
    }

    // MARK: Work

    /// Begins the next task; answers its id.
    mutating func claim(token: String, at now: Timestamp) -> String? {
        while let (lane, userID) = nextTurn() {
            let last = turns[lane]?.values.max() ?? 0
            turns[lane]?[userID] = last + 1
            let oldest = tasks(of: userID, in: .queued).filter { $0.lane == lane }.min { $0.createdAt < $1.createdAt }
            guard var task = oldest else { return nil }
            task.attempts += 1
            if task.deadlineAt <= now {
                end(task, as: .failed, at: now)
                continue
            }
            task.state = .running
            task.leaseToken = token
            task.leaseExpiresAt = now + Self.lease
            tasks[task.id] = task
            return task.id
        }
        return nil
    }

    private mutating func nextTurn() -> (TaskLane, String)? {
        var next: [TaskLane: String] = [:]
        for lane in TaskLane.allCases {
            let due = accounts.keys.filter { waiting($0, lane) > 0 && tasks(of: $0, in: .running).count < limits.runningPerUser }
            next[lane] = due.min { (turns[lane]?[$0] ?? 0, $0) < (turns[lane]?[$1] ?? 0, $1) }
        }
        switch (next[.interactive], next[.batch]) {
        case (nil, nil): return nil
        case (let user?, nil): return (.interactive, user)
        case (let user?, .some) where passedOver < 3:
            passedOver += 1
            return (.interactive, user)
        case (_, let user?):
            passedOver = 0
            return (.batch, user)
        }
    }

    /// The task that a lease is good for.
    private func held(_ lease: TaskLease) -> ModelTask? {
        tasks[lease.taskID].flatMap { $0.leaseToken == lease.token ? $0 : nil }
    }

    /// Each of these answers whether the lease was good.
    mutating func renew(_ lease: TaskLease, progress: Double, at now: Timestamp) -> Bool {
        guard var task = held(lease) else { return false }
        task.progress = max(task.progress, progress)
        task.leaseExpiresAt = now + Self.lease
        tasks[task.id] = task
        return true
    }

    mutating func complete(_ lease: TaskLease, newBlob: String, mayBeReused: Bool, at now: Timestamp) -> Bool {
        guard var task = held(lease) else { return false }
        task.blob = newBlob
        blobs[newBlob] = 1
        if mayBeReused, reusable[task.reuseKey] == nil { reusable[task.reuseKey] = newBlob }
        end(task, as: .completed, at: now)
        return true
    }

    mutating func complete(_ lease: TaskLease, reusing blob: String, at now: Timestamp) -> Bool {
        guard var task = held(lease) else { return false }
        task.blob = blob
        blobs[blob, default: 0] += 1
        end(task, as: .completed, at: now)
        return true
    }

    mutating func fail(_ lease: TaskLease, at now: Timestamp) -> Bool {
        guard let task = held(lease) else { return false }
        end(task, as: .failed, at: now)
        return true
    }

    mutating func release(_ lease: TaskLease) -> Bool {
        guard var task = held(lease) else { return false }
        task.attempts -= 1
        queue(task)
        return true
    }

    mutating func retry(_ lease: TaskLease, at now: Timestamp) -> Bool {
        guard let task = held(lease) else { return false }
        tryAgain(task, at: now)
        return true
    }

    // MARK: Without a worker

    /// Deletes a task; answers the stored files that are to go, or nil where there is no such task.
    mutating func delete(_ id: String, of userID: String, at now: Timestamp) -> [String]? {
        guard var task = tasks[id], task.userID == userID, task.state != .deleted else { return nil }
        var orphans: [String] = []
        if let blob = task.blob {
            blobs[blob, default: 0] -= 1
            if blobs[blob] == 0 {
                blobs[blob] = nil
                if reusable[task.reuseKey] == blob { reusable[task.reuseKey] = nil }
                orphans = [blob]
            }
            task.blob = nil
        }
        totals[userID]?[task.family]? -= 1
        if task.isOpen {
            end(task, as: .deleted, at: now)
        } else {
            task.state = .deleted
            tasks[id] = task
        }
        return orphans
    }

    /// Brings back what nobody works on; answers how many tasks that were.
    mutating func recover(all: Bool, at now: Timestamp) -> Int {
        let lost = open.compactMap { tasks[$0] }.filter { $0.state == .running && (all || ($0.leaseExpiresAt ?? now) <= now) }
        for task in lost { tryAgain(task, at: now) }
        return lost.count
    }

    /// Ends what is late; answers how many tasks that were.
    mutating func endOverdue(at now: Timestamp) -> Int {
        let late = open.compactMap { tasks[$0] }.filter { $0.deadlineAt <= now }
        for task in late { end(task, as: .failed, at: now) }
        return late.count
    }

    private mutating func tryAgain(_ task: ModelTask, at now: Timestamp) {
        if task.attempts < Self.attempts { queue(task) } else { end(task, as: .failed, at: now) }
    }

    private mutating func queue(_ task: ModelTask) {
        var task = task
        (task.state, task.leaseToken, task.leaseExpiresAt) = (.queued, nil, nil)
        tasks[task.id] = task
    }

    private mutating func end(_ task: ModelTask, as state: TaskState, at now: Timestamp) {
        var task = task
        (task.state, task.leaseToken, task.leaseExpiresAt) = (state, nil, nil)
        if state == .completed {
            task.progress = 1
            accounts[task.userID]?.charged += task.price
        } else {
            accounts[task.userID]?.giveBack(task.holds, at: now)
        }
        tasks[task.id] = task
        open.remove(task.id)
    }
}

extension ModelTask {
    /// What makes its file fit another task.
    var reuseKey: String { "\(userID) \(text)" }
}
