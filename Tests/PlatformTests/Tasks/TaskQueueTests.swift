import Database
import Speech
import Testing

@testable import Platform

@Suite struct TaskQueueTests {
    private let request = SpeechRequest(text: "Hello.", voiceID: "slt")

    /// A platform, a user with 1000 credits, and `count` tasks of 10 credits, a second apart.
    private func setUp(tasks count: Int) async throws -> (platform: TestPlatform, user: String, tasks: [String]) {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await platform.credits.grant(1000, to: "ada", expiresAt: nil)
        var tasks: [String] = []
        for _ in 0..<count {
            tasks.append(try await platform.queue.add(request, price: 10, userID: user).id)
            platform.advance(by: .seconds(1))
        }
        return (platform, user, tasks)
    }

    @Test func `a task that is taken on waits, and its price is held`() async throws {
        let (platform, user, tasks) = try await setUp(tasks: 1)
        let task = try #require(try await platform.queue.task(tasks[0], of: user))
        #expect(task.state == .queued && task.attempts == 0 && task.progress == 0 && task.price == 10 && task.request == request)
        #expect(try await platform.credits.balance(of: user).total == 990)
        #expect(try await platform.queue.task(tasks[0], of: "someone else") == nil)
    }

    @Test func `a task that can't be paid is not taken on`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser(monthlyCredits: 9)
        await #expect(throws: PlatformError.insufficientCredits(available: 9, needed: 10)) {
            try await platform.queue.add(request, price: 10, userID: user)
        }
        #expect(try await platform.queue.claim() == nil)
        #expect(try await platform.database.read { try $0.rows("SELECT id FROM tasks").count } == 0)
        #expect(try await platform.database.read { try $0.rows("SELECT voice_id FROM voice_usage").count } == 0)
    }

    @Test func `tasks are claimed in the order in which they came`() async throws {
        let (platform, _, tasks) = try await setUp(tasks: 5)
        var claimed: [String] = []
        while let (task, lease) = try await platform.queue.claim() {
            #expect(task.state == .running && task.attempts == 1 && lease.taskID == task.id)
            claimed.append(task.id)
        }
        #expect(claimed == tasks)
    }

    @Test func `a task that is completed has its file, and its credits are spent`() async throws {
        let (platform, user, tasks) = try await setUp(tasks: 1)
        let (_, lease) = try #require(try await platform.queue.claim())
        try await platform.complete(lease)
        let task = try #require(try await platform.queue.task(tasks[0], of: user))
        #expect(task.state == .completed && task.progress == 1 && task.fileName == "\(tasks[0]).mp3" && task.duration == 1.5)
        #expect(try await platform.entries(of: user) == ["grant": 1000, "hold": 10, "charge": 10])
        let files = try await platform.database.read { try $0.rows("SELECT size FROM blobs").map { try $0.get("size", as: Int.self) } }
        #expect(files == [1234])
    }

    @Test func `a task that fails gives its credits back`() async throws {
        let (platform, user, tasks) = try await setUp(tasks: 1)
        let (_, lease) = try #require(try await platform.queue.claim())
        try await platform.queue.fail(lease, error: "It is too loud.")
        let task = try #require(try await platform.queue.task(tasks[0], of: user))
        #expect(task.state == .failed && task.error == "It is too loud.")
        #expect(try await platform.credits.balance(of: user).total == 1000)
    }

    @Test func `a worker that is late changes nothing`() async throws {
        let (platform, user, tasks) = try await setUp(tasks: 1)
        let (_, late) = try #require(try await platform.queue.claim())
        platform.advance(by: TaskQueue.leaseDuration)
        #expect(try await platform.queue.recover(all: false).count == 1)
        let (again, lease) = try #require(try await platform.queue.claim())
        #expect(again.attempts == 2)
        await #expect(throws: LeaseLost.self) { try await platform.queue.renew(late, progress: 0.9) }
        await #expect(throws: LeaseLost.self) { try await platform.complete(late) }
        await #expect(throws: LeaseLost.self) { try await platform.queue.fail(late, error: "late") }
        await #expect(throws: LeaseLost.self) { try await platform.queue.release(late) }
        let task = try #require(try await platform.queue.task(tasks[0], of: user))
        #expect(task.state == .running && task.progress == 0 && task.error == nil)
        #expect(try await platform.entries(of: user) == ["grant": 1000, "hold": 10])
        try await platform.complete(lease)
        await #expect(throws: LeaseLost.self) { try await platform.complete(lease) }
        #expect(try await platform.entries(of: user) == ["grant": 1000, "hold": 10, "charge": 10])
    }

    @Test func `a lease that is renewed is not recovered`() async throws {
        let (platform, user, tasks) = try await setUp(tasks: 1)
        let (_, lease) = try #require(try await platform.queue.claim())
        platform.advance(by: TaskQueue.leaseDuration / 2)
        try await platform.queue.renew(lease, progress: 0.5)
        platform.advance(by: TaskQueue.leaseDuration / 2)
        #expect(try await platform.queue.recover(all: false).isEmpty)
        try await platform.queue.renew(lease, progress: 0.2)
        #expect(try await platform.queue.task(tasks[0], of: user)?.progress == 0.5)
        platform.advance(by: TaskQueue.leaseDuration)
        #expect(try await platform.queue.recover(all: false).count == 1)
        await #expect(throws: LeaseLost.self) { try await platform.queue.renew(lease, progress: 1) }
    }

    @Test func `a server that starts takes up every task that the last one left`() async throws {
        let (platform, _, tasks) = try await setUp(tasks: 3)
        _ = try await platform.queue.claim()
        _ = try await platform.queue.claim()
        #expect(try await platform.queue.recover(all: false).isEmpty)
        #expect(try await platform.queue.recover(all: true).count == 2)
        #expect(try await platform.queue.claim()?.task.id == tasks[0])
    }

    @Test func `a task that is begun too often fails, and its credits come back`() async throws {
        let (platform, user, tasks) = try await setUp(tasks: 2)
        for attempt in 1...TaskStateMachine.attemptLimit {
            let (task, _) = try #require(try await platform.queue.claim())
            #expect(task.id == tasks[0] && task.attempts == attempt)
            platform.advance(by: TaskQueue.leaseDuration)
            let recovered = try await platform.queue.recover(all: false)
            #expect(recovered.map(\.transition.to) == [attempt < TaskStateMachine.attemptLimit ? .queued : .failed])
        }
        let task = try #require(try await platform.queue.task(tasks[0], of: user))
        #expect(task.state == .failed && task.error?.contains("stopped 5 times") == true)
        #expect(try await platform.credits.balance(of: user).total == 990)
        #expect(try await platform.queue.claim()?.task.id == tasks[1])
    }

    @Test func `a task that is handed back has not been begun`() async throws {
        let (platform, user, tasks) = try await setUp(tasks: 1)
        for _ in 0..<(TaskStateMachine.attemptLimit + 2) {
            let (task, lease) = try #require(try await platform.queue.claim())
            #expect(task.attempts == 1)
            try await platform.queue.release(lease)
        }
        #expect(try await platform.queue.task(tasks[0], of: user)?.state == .queued)
    }

    @Test func `a task that could not be begun is tried again, and fails in the end`() async throws {
        let (platform, user, tasks) = try await setUp(tasks: 1)
        for attempt in 1...TaskStateMachine.attemptLimit {
            let (task, lease) = try #require(try await platform.queue.claim())
            #expect(task.attempts == attempt)
            try await platform.queue.retry(lease, error: "Nothing starts.")
        }
        #expect(try await platform.queue.claim() == nil)
        #expect(try await platform.queue.task(tasks[0], of: user)?.error == "Nothing starts.")
        #expect(try await platform.credits.balance(of: user).total == 1000)
    }

    @Test func `a task that can't be read fails alone`() async throws {
        let (platform, user, tasks) = try await setUp(tasks: 2)
        try await platform.database.write { _ = try $0.execute("UPDATE tasks SET request = '{}' WHERE id = \(tasks[0])") }
        #expect(try await platform.queue.claim()?.task.id == tasks[1])
        #expect(try await platform.credits.balance(of: user).total == 990)
    }

    @Test func `of many workers each task goes to one`() async throws {
        let (platform, user, tasks) = try await setUp(tasks: 0)
        #expect(tasks.isEmpty)
        try await platform.credits.grant(2000, to: "ada", expiresAt: nil)
        let queue = platform.queue
        try await withThrowingDiscardingTaskGroup { group in
            for _ in 0..<200 { group.addTask { _ = try await queue.add(request, price: 10, userID: user) } }
        }
        let claimed = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<50 {
                group.addTask {
                    var claimed: [String] = []
                    while let (task, lease) = try await queue.claim() {
                        claimed.append(task.id)
                        try await platform.complete(lease)
                    }
                    return claimed
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(claimed.count == 200 && Set(claimed).count == 200)
        #expect(try await platform.entries(of: user) == ["grant": 3000, "hold": 2000, "charge": 2000])
        #expect(try await platform.credits.balance(of: user).total == 1000)
    }
}
