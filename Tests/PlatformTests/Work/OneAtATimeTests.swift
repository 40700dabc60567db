import Synchronization
import Testing

@testable import Platform

@Suite(.timeLimit(.minutes(3))) struct OneAtATimeTests {
    private struct Failure: Error {}

    /// How much is under way, was at most, and came in all.
    private final class Counts: Sendable {
        private let state = Mutex((now: 0, most: 0, all: 0))

        var most: Int { state.withLock { $0.most } }
        var all: Int { state.withLock { $0.all } }

        func begin() {
            state.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1), $0.all + 1) }
        }

        func end() {
            state.withLock { $0.now -= 1 }
        }
    }

    private let begun = Gate()
    private let gate = Gate()

    /// Work that is under way, and stays so until the gate is opened.
    private func occupy(_ turns: OneAtATime) async throws -> Task<Void, any Error> {
        let (begun, gate) = (begun, gate)
        let task = Task {
            try await turns.run {
                begun.open()
                try await gate.pass()
            }
        }
        try await begun.pass()
        return task
    }

    @Test func `many that come at once are done, and never two together`() async throws {
        let turns = OneAtATime(waitingLimit: 100)
        let counts = Counts()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await turns.run {
                        counts.begin()
                        await Task.yield()
                        counts.end()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(counts.most == 1)
        #expect(counts.all == 50)
    }

    @Test func `one more than may wait is refused`() async throws {
        let turns = OneAtATime(waitingLimit: 1)
        let first = try await occupy(turns)
        let others = (0..<2).map { _ in Task { try await turns.run {} } }
        let gate = gate
        let refused = await withTaskGroup(of: Bool.self) { group in
            for other in others {
                group.addTask {
                    let result = await other.result
                    // Whichever came second; the other one gets its turn then.
                    gate.open()
                    guard case .failure(let error) = result else { return false }
                    return error as? PlatformError == .tooManyAtOnce(limit: 1)
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(refused == 1)
        try await first.value
    }

    @Test func `who gives up waiting makes room, and is not held up`() async throws {
        let turns = OneAtATime(waitingLimit: 1)
        let first = try await occupy(turns)
        for _ in 0..<20 {
            let waiting = Task { try await turns.run { Issue.record("It was not its turn.") } }
            await Task.yield()
            waiting.cancel()
            await #expect(throws: CancellationError.self) { try await waiting.value }
        }
        let last = Task { try await turns.run { 7 } }
        gate.open()
        try await first.value
        #expect(try await last.value == 7)
    }

    @Test func `work that fails, or is given up, lets the next begin`() async throws {
        let turns = OneAtATime(waitingLimit: 1)
        await #expect(throws: Failure.self) { try await turns.run { throw Failure() } }
        let first = try await occupy(turns)
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        #expect(try await turns.run { 1 } == 1)
    }
}
