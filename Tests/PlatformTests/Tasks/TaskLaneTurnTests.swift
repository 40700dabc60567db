import Database
import Speech
import Testing

@testable import Platform

@Suite struct TaskLaneTurnTests {
    @Test func `while both wait, one claim in four is the batch lane's`() {
        var turn = TaskLaneTurn()
        let lanes = (0..<12).map { _ in turn.next(among: [.interactive, .batch]) }
        #expect(lanes == Array(repeating: [.interactive, .interactive, .interactive, .batch], count: 3).flatMap { $0 })
    }

    @Test func `a lane that waits alone has every turn`() {
        var turn = TaskLaneTurn()
        for lane in TaskLane.allCases { for _ in 0..<5 { #expect(turn.next(among: [lane]) == lane) } }
        #expect(turn.next(among: []) == nil)
    }

    @Test func `interactive tasks go ahead without starving those in the background, also after a restart`() async throws {
        let platform = try await TestPlatform()
        let user = try await platform.makeUser()
        let request = SpeechRequest(text: "One.", voiceID: "slt")
        for lane in TaskLane.allCases { for _ in 0..<6 { _ = try await platform.queue.add(request, price: 0, userID: user, lane: lane) } }
        var lanes: [TaskLane] = []
        // Each by a queue of its own, which remembers nothing.
        while let claimed = try await platform.queue.claim() { lanes.append(claimed.task.lane) }
        let both = Array(repeating: [TaskLane.interactive, .interactive, .interactive, .batch], count: 2).flatMap { $0 }
        #expect(lanes == both + Array(repeating: .batch, count: 4))
    }

    @Test func `users take turns within each lane`() async throws {
        let platform = try await TestPlatform()
        let users = [try await platform.makeUser("a"), try await platform.makeUser("b")]
        let request = SpeechRequest(text: "One.", voiceID: "slt")
        for user in users {
            for lane in TaskLane.allCases { for _ in 0..<4 { _ = try await platform.queue.add(request, price: 0, userID: user, lane: lane) } }
        }
        var claimed: [TaskLane: [String]] = [:]
        while let (task, _) = try await platform.queue.claim() { claimed[task.lane, default: []].append(task.userID) }
        for lane in TaskLane.allCases {
            let order = claimed[lane] ?? []
            #expect(order.count == 8)
            for pair in stride(from: 0, to: order.count - 1, by: 2) { #expect(Set(order[pair...pair + 1]) == Set(users)) }
        }
    }
}
