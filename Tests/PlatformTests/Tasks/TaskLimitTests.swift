import Speech
import Testing

@testable import Platform

@Suite struct TaskLimitTests {
    private let request = SpeechRequest(text: "One.", voiceID: "slt")

    @Test func `a user's running tasks are limited, and others are not held up`() async throws {
        let platform = try await TestPlatform()
        let (studio, guest) = (try await platform.makeUser("studio"), try await platform.makeUser("guest"))
        let queue = platform.queue(TaskConfiguration(runningPerUser: 2))
        for user in [studio, studio, studio, studio, guest] { _ = try await queue.add(request, price: 0, userID: user) }
        var leases: [String: [TaskLease]] = [:]
        while let (task, lease) = try await queue.claim() { leases[task.userID, default: []].append(lease) }
        #expect(leases.mapValues(\.count) == [studio: 2, guest: 1])
        try await queue.release(try #require(leases[studio]?.first))
        #expect(try await queue.claim()?.task.userID == studio)
        #expect(try await queue.claim() == nil)
    }

    @Test func `a user's unfinished tasks are limited, whether they wait or run`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        let queue = platform.queue(TaskConfiguration(openPerUser: 3))
        for lane in [TaskLane.batch, .interactive, .batch] { _ = try await queue.add(request, price: 0, userID: user, lane: lane) }
        let (_, lease) = try #require(try await queue.claim())
        await #expect(throws: PlatformError.tooManyTasks(limit: 3)) { try await queue.add(request, price: 0, userID: user) }
        _ = try await queue.add(request, price: 0, userID: try await platform.makeUser("bob"))
        try await platform.complete(lease)
        _ = try await queue.add(request, price: 0, userID: user)
        await #expect(throws: PlatformError.tooManyTasks(limit: 3)) { try await queue.add(request, price: 0, userID: user) }
        #expect(try await queue.page(1, size: 10, of: user, .credits).total == 4)
    }
}
