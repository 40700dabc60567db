import Database
import Speech
import Testing

@testable import Platform

@Suite struct TaskTurnTests {
    private let request = SpeechRequest(text: "One.", voiceID: "slt")

    /// Takes on `count` tasks of a user.
    private func add(_ count: Int, of user: String, to platform: TestPlatform) async throws {
        for _ in 0..<count { _ = try await platform.queue.add(request, price: 0, userID: user) }
    }

    /// The users of the next tasks, in the order in which they are claimed.
    private func claims(_ count: Int, of platform: TestPlatform) async throws -> [String] {
        var users: [String] = []
        for _ in 0..<count {
            guard let claimed = try await platform.queue.claim() else { break }
            users.append(claimed.task.userID)
        }
        return users
    }

    @Test func `one who has many tasks does not hold up another's first`() async throws {
        let platform = try await TestPlatform()
        let (studio, guest) = (try await platform.makeUser("studio"), try await platform.makeUser("guest"))
        try await add(50, of: studio, to: platform)
        #expect(try await claims(3, of: platform) == [studio, studio, studio])
        try await add(1, of: guest, to: platform)
        #expect(try await claims(2, of: platform) == [guest, studio])
    }

    @Test func `users who have tasks take turns`() async throws {
        let platform = try await TestPlatform()
        let users = [try await platform.makeUser("a"), try await platform.makeUser("b"), try await platform.makeUser("c")]
        for user in users { try await add(3, of: user, to: platform) }
        let claimed = try await claims(10, of: platform)
        #expect(claimed.count == 9)
        for round in 0..<3 { #expect(Set(claimed[(round * 3)..<(round * 3 + 3)]) == Set(users)) }
    }

    @Test func `tasks that come back are counted again`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        try await add(2, of: user, to: platform)
        let (_, lease) = try #require(try await platform.queue.claim())
        _ = try await platform.queue.claim()
        #expect(try await platform.queue.claim() == nil)
        try await platform.queue.release(lease)
        #expect(try await claims(5, of: platform) == [user])
        #expect(try await platform.queue.recover(all: true).count == 2)
        #expect(try await claims(5, of: platform) == [user, user])
    }

    @Test func `the counts are those of the tasks, whatever happened`() async throws {
        let platform = try await TestPlatform()
        let users = [try await platform.makeUser("a"), try await platform.makeUser("b")]
        var generator = SharedGenerator(seed: 7)
        var leases: [TaskLease] = []
        for _ in 0..<400 {
            switch Int.random(in: 0..<6, using: &generator) {
            case 0, 1: try await add(1, of: users[Int.random(in: 0..<2, using: &generator)], to: platform)
            case 2: if let claimed = try await platform.queue.claim() { leases.append(claimed.lease) }
            case 3: if let lease = leases.popLast() { try? await platform.queue.release(lease) }
            case 4: if let lease = leases.popLast() { try? await platform.queue.fail(lease, error: "No.") }
            default: if Int.random(in: 0..<10, using: &generator) == 0 { try await platform.queue.recover(all: true) }
            }
            let wrong = try await platform.database.read { connection in
                try connection.rows(
                    """
                    SELECT user_id FROM task_turns WHERE waiting <>
                    (SELECT COUNT(*) FROM tasks WHERE tasks.user_id = task_turns.user_id AND tasks.lane = task_turns.lane AND state = 'queued')
                    """)
            }
            #expect(wrong.isEmpty)
        }
    }
}
