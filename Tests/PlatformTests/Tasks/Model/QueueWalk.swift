import Database
import Speech
import TestSupport

@testable import Platform

/// A walk of chance through all that can happen to tasks and credits, on a real database and on the model side by side.
struct QueueWalk {
    private let platform: TestPlatform
    private let start: Timestamp
    private let configuration = TaskConfiguration(deadline: .seconds(6 * 3600), runningPerUser: 3, openPerUser: 8)
    private var queue: TaskQueue
    private(set) var model: QueueModel
    private var random: SeededGenerator
    private var users: [(id: String, name: String)] = []
    private var leases: [TaskLease] = []
    private var ids: [String] = []
    private var step = 0
    private var hours = 0
    /// How often each operation did something: a walk that never comes by one proves nothing of it.
    private(set) var counts: [String: Int] = [:]

    /// What should be and what is.
    struct Difference: Error, CustomStringConvertible {
        var description: String
    }

    init(seed: UInt64) async throws {
        random = SeededGenerator(seed: seed)
        platform = try await TestPlatform(seed: seed &+ 1)
        start = platform.clock.now
        queue = platform.queue(configuration)
        model = QueueModel(limits: configuration)
        for (name, plan) in [("ada", CreditPlan.monthly(800)), ("bob", .monthly(150)), ("eve", .unmetered), ("dan", .monthly(0))] {
            let id = try await platform.users.create(name: name, plan: plan).id
            users.append((id, name))
            model.accounts[id] = ModelAccount(plan: plan)
        }
    }

    private var now: Timestamp { platform.clock.now }

    private mutating func chance(_ bound: Int) -> Int {
        Int.random(in: 0..<bound, using: &random)
    }

    private func expect<Value: Equatable>(_ real: Value, _ expected: Value, _ what: String) throws {
        if real != expected { throw Difference(description: "step \(step), \(what): it is \(real), and should be \(expected)") }
    }

    /// Takes one step, and compares what came of it.
    mutating func take() async throws {
        step += 1
        // No two steps are in the same millisecond, also where the clock is set back: ids are the only order that the model does not know.
        platform.setTime(start + .seconds(3600 * hours) + .milliseconds(step))
        let operation = chance(1000)
        switch operation {
        case ..<230: try await add(key: nil)
        case ..<300: try await add(key: "key \(chance(6))")
        case ..<540: try await claim()
        case ..<600: try await renew()
        case ..<720: try await complete()
        case ..<760: try await change("fail", { try await $0.fail($1, error: "No.") }, { $0.fail($1, at: $2) })
        case ..<810: try await change("release", { try await $0.release($1) }, { model, lease, _ in model.release(lease) })
        case ..<860: try await change("retry", { try await $0.retry($1, error: "Not now.") }, { $0.retry($1, at: $2) })
        case ..<920: try await delete()
        case ..<940: try await recover(all: false)
        case ..<955: try await endOverdue()
        case ..<958: try await restart()
        case ..<975: moveClock()
        case ..<990: try await grant()
        case ..<993: try await changePlan()
        default: try await readPage()
        }
        try await compareOpen()
        if step % 5 == 0 { try await compareBalances() }
        if step % 500 == 0 { try await compareAll() }
    }

    private mutating func count(_ name: String, _ happened: Bool) {
        counts[name + (happened ? "" : ", in vain"), default: 0] += 1
    }

    private mutating func user() -> (id: String, name: String) {
        users[chance(users.count)]
    }

    private static let texts = (0..<5).map { "Text \($0)." }

    private func request(_ text: Int) -> SpeechRequest {
        SpeechRequest(text: Self.texts[text], voiceID: "slt")
    }

    private func fingerprint(_ text: Int) throws -> SpeechFingerprint {
        guard let voice = VoiceCatalogue.system.voice("slt") else { throw PlatformError.unknownVoice }
        return try SpeechFingerprint(of: request(text), voice: voice, version: "1")
    }

    // MARK: Operations

    private mutating func add(key: String?) async throws {
        let (userID, text, price) = (user().id, chance(Self.texts.count), chance(60))
        let family = TaskFamily.allCases[chance(2)]
        let lane = TaskLane.allCases[chance(2)]
        var known: Result<String, PlatformError>?
        if let key { known = model.earlier(userID + key, text: text, at: now) }
        let real: Result<String, PlatformError>
        do {
            if let key {
                let key = try IdempotencyKey(key: key, operation: "POST /", content: Self.texts[text])
                real = .success(
                    try await queue.add(request(text), price: price, userID: userID, family: family, lane: lane, once: key) { $0.id })
            } else {
                real = .success(try await queue.add(request(text), price: price, userID: userID, family: family, lane: lane).id)
            }
        } catch let error as PlatformError {
            real = .failure(error)
        }
        let expected: Result<String, PlatformError>
        if let known {
            expected = known
        } else {
            let id = (try? real.get()) ?? "refused"
            let task = ModelTask(
                id: id, userID: userID, family: family, lane: lane, price: price, text: text, createdAt: now,
                deadlineAt: now + configuration.deadline)
            expected = model.add(task, at: now).map { .failure($0) } ?? .success(id)
            if case .success = expected {
                ids.append(id)
                if let key { model.keep(id, to: userID + key, text: text, at: now) }
            }
        }
        // A refusal undoes all of its transaction.
        if key != nil, case .success = expected { model.forgetAnswers(at: now) }
        try expect(real, expected, "add")
        count(key == nil ? "add" : known == nil ? "add once" : "add again", (try? expected.get()) != nil)
    }

    private mutating func claim() async throws {
        let claimed = try await queue.claim()
        let id = model.claim(token: claimed?.lease.token ?? "none", at: now)
        try expect(claimed?.task.id, id, "claim")
        if let claimed {
            leases.append(claimed.lease)
            if leases.count > 30 { leases.removeFirst() }
        }
        count("claim", claimed != nil)
    }

    /// A lease that is most often good.
    private mutating func lease() -> TaskLease? {
        let good = leases.filter { model.tasks[$0.taskID]?.leaseToken == $0.token }
        let among = chance(5) > 0 && !good.isEmpty ? good : leases
        return among.isEmpty ? nil : among[chance(among.count)]
    }

    private mutating func change(
        _ name: String, _ real: (TaskQueue, TaskLease) async throws -> Void, _ expected: (inout QueueModel, TaskLease, Timestamp) -> Bool,
        _ given: TaskLease? = nil
    ) async throws {
        guard let lease = given ?? lease() else { return }
        let isGood: Bool
        do {
            try await real(queue, lease)
            isGood = true
        } catch is LeaseLost {
            isGood = false
        }
        try expect(isGood, expected(&model, lease, now), name)
        count(name, isGood)
    }

    private mutating func renew() async throws {
        let progress = Double(chance(100)) / 100
        try await change("renew", { try await $0.renew($1, progress: progress) }, { $0.renew($1, progress: progress, at: $2) })
    }

    private mutating func complete() async throws {
        guard let lease = lease(), let task = model.tasks[lease.taskID] else { return }
        let (name, fingerprint) = ("file \(step)", try fingerprint(task.text))
        let known = try await queue.blob(of: task.userID, fingerprint)
        try expect(known?.name, model.reusable[task.reuseKey], "blob")
        if let known, chance(3) > 0 {
            try await change(
                "complete again", { _ = try await $0.complete($1, fileName: name, reusing: known) },
                { $0.complete($1, reusing: known.name, at: $2) }, lease)
        } else {
            let mayBeReused = chance(4) > 0
            let blob = Blob(name: "blob \(step)", fingerprint: mayBeReused ? fingerprint : nil, contentType: "audio/mpeg", size: 5)
            try await change(
                "complete", { queue, lease in try await queue.complete(lease, fileName: name, blob: blob, duration: 1, words: []) },
                { $0.complete($1, newBlob: blob.name, mayBeReused: mayBeReused, at: $2) }, lease)
        }
    }

    private mutating func delete() async throws {
        guard !ids.isEmpty else { return }
        // Mostly a late one, which may still be open.
        let id = ids[chance(3) > 0 ? max(0, ids.count - 1 - chance(12)) : chance(ids.count)]
        let userID = chance(10) > 0 ? model.tasks[id]?.userID ?? "" : user().id
        let deleted = try await queue.delete(id, of: userID)
        try expect(deleted?.orphans, model.delete(id, of: userID, at: now), "delete")
        count("delete", deleted != nil)
    }

    private mutating func recover(all: Bool) async throws {
        let recovered = try await queue.recover(all: all).count
        try expect(recovered, model.recover(all: all, at: now), "recover")
        count("recover", recovered > 0)
    }

    private mutating func endOverdue() async throws {
        if chance(2) == 0 {
            hours += 6
            platform.advance(by: configuration.deadline)
        }
        let ended = try await queue.endOverdue().count
        try expect(ended, model.endOverdue(at: now), "deadlines")
        count("deadlines", ended > 0)
    }

    /// Another server takes over.
    private mutating func restart() async throws {
        queue = platform.queue(configuration)
        try await recover(all: true)
        count("restart", true)
    }

    private mutating func moveClock() {
        switch chance(20) {
        case 0: hours += 24 * (1 + chance(40))
        case 1...6: hours -= 1
        default: hours += 1
        }
    }

    private mutating func grant() async throws {
        let (user, amount) = (user(), 1 + chance(300))
        let expiresAt: Timestamp? = chance(2) == 0 ? nil : now + .seconds(3600 * (1 + chance(100)))
        try await platform.credits.grant(amount, to: user.name, expiresAt: expiresAt)
        let kind: CreditGrantKind = expiresAt == nil ? .permanent : .promotional
        let grant = ModelAccount.Grant(kind: kind, remaining: amount, createdAt: now, expiresAt: expiresAt)
        model.accounts[user.id]?.grants.append(grant)
        count("grant", true)
    }

    private mutating func changePlan() async throws {
        let (user, plan) = (user(), chance(4) == 0 ? CreditPlan.unmetered : .monthly(chance(10) * 100))
        try await platform.credits.setPlan(of: user.name, to: plan)
        model.accounts[user.id]?.plan = plan
        count("plan", true)
    }

    private mutating func readPage() async throws {
        let (userID, family, number) = (user().id, TaskFamily.allCases[chance(2)], 1 + chance(3))
        let page = try await queue.page(number, size: 5, of: userID, family)
        let all = ids.compactMap { model.tasks[$0] }.filter { $0.userID == userID && $0.family == family && $0.state != .deleted }
        let newest = all.sorted { $0.createdAt > $1.createdAt }.map(\.id)
        try expect(page.tasks.map(\.id), Array(newest.dropFirst((number - 1) * 5).prefix(5)), "page")
        try expect(page.total, newest.count, "total")
        count("page", !page.tasks.isEmpty)
    }

    // MARK: Comparisons

    private func compareOpen() async throws {
        let rows = try await platform.database.read { connection in
            try connection.rows("SELECT id, state, attempts, progress FROM tasks WHERE state IN ('queued', 'running')").map {
                "\(try $0.string("id")) \(try $0.string("state")) \(try $0.int("attempts")) \(try $0.double("progress"))"
            }
        }
        let expected = model.open.compactMap { model.tasks[$0] }.map { "\($0.id) \($0.state.rawValue) \($0.attempts) \($0.progress)" }
        try expect(Set(rows), Set(expected), "unfinished tasks")
    }

    private func compareBalances() async throws {
        for user in users {
            try expect(
                try await platform.credits.balance(of: user.id).total, model.accounts[user.id]?.balance(at: now) ?? 0, "balance of \(user.name)")
        }
    }

    /// Compares everything, and has the audit look.
    func compareAll() async throws {
        let database = platform.database
        for user in users {
            let grants = try await database.read { connection in
                try connection.rows("SELECT remaining, created_at, expires_at FROM credit_grants WHERE user_id = \(user.id)").map {
                    "\(try $0.int("created_at")) \(try $0.optional("expires_at") ?? -1) \(try $0.int("remaining"))"
                }
            }
            let account = model.accounts[user.id]
            let expected = account?.grants.map { "\($0.createdAt.milliseconds) \($0.expiresAt?.milliseconds ?? -1) \($0.remaining)" } ?? []
            try expect(grants.sorted(), expected.sorted(), "grants of \(user.name)")
            try expect(try await platform.entries(of: user.id)["charge"] ?? 0, account?.charged ?? 0, "charges of \(user.name)")
            for family in TaskFamily.allCases {
                let total = try await database.read { try TaskTotals($0).total(of: user.id, family) }
                try expect(total, model.totals[user.id]?[family] ?? 0, "total of \(user.name)")
            }
        }
        let turns = try await database.read { connection in
            try connection.rows("SELECT user_id, lane, waiting, turn FROM task_turns").map {
                "\(try $0.string("user_id")) \(try $0.string("lane")) \(try $0.int("waiting")) \(try $0.int("turn"))"
            }
        }
        let expected = model.turns.flatMap { lane, turns in
            turns.map { "\($0.key) \(lane.rawValue) \(model.waiting($0.key, lane)) \($0.value)" }
        }
        try expect(turns.sorted(), expected.sorted(), "turns")
        let passedOver = try await database.read { try $0.row("SELECT passed_over FROM task_lanes")?.int("passed_over") }
        try expect(passedOver, model.passedOver, "the lanes' turns")
        let states = try await database.read { connection in
            try connection.rows("SELECT id, state FROM tasks").map { "\(try $0.string("id")) \(try $0.string("state"))" }
        }
        try expect(Set(states), Set(model.tasks.values.map { "\($0.id) \($0.state.rawValue)" }), "states")
        let blobs = try await database.read { connection in
            try connection.rows("SELECT blob_name, COUNT(*) AS links FROM files GROUP BY blob_name").map {
                "\(try $0.string("blob_name")) \(try $0.int("links"))"
            }
        }
        try expect(Set(blobs), Set(model.blobs.map { "\($0.key) \($0.value)" }), "stored files")
        try expect(try await CreditAudit(database: database).findings(), [], "the audit's findings")
    }
}
