import Synchronization
import Testing

@testable import Platform

@Suite(.timeLimit(.minutes(3))) struct SharedWorkTests {
    private struct Failure: Error {}

    private let shared = SharedWork<String, Int>()
    private let begun = Gate()
    private let gate = Gate()
    private let ended = Gate()

    /// Joins the work on a subject, which waits at the gate; at once, before it is waited for.
    private func join(_ subject: String = "a", result: Int = 1) -> Task<Int, any Error> {
        let (shared, begun, gate, ended) = (shared, begun, gate, ended)
        return Task.immediate {
            try await shared.result(of: subject) {
                begun.open()
                defer { ended.open() }
                try await gate.pass()
                return result
            }
        }
    }

    @Test func `all who come while it is under way get what comes of it`() async throws {
        let waiting = (1...5).map { join(result: $0) }
        let other = join("b", result: 9)
        gate.open()
        for task in waiting { #expect(try await task.value == 1) }
        #expect(try await other.value == 9)
    }

    @Test func `it is done anew for who comes after`() async throws {
        gate.open()
        for result in 1...3 { #expect(try await join(result: result).value == result) }
    }

    @Test func `one who leaves does not end it for the others`() async throws {
        let (first, second) = (join(result: 1), join(result: 2))
        first.cancel()
        gate.open()
        #expect(try await second.value == 1)
        await #expect(throws: CancellationError.self) { try await first.value }
    }

    @Test func `the last who leaves ends it`() async throws {
        let waiting = [join(), join()]
        try await begun.pass()
        for task in waiting { task.cancel() }
        try await ended.pass()
        for task in waiting { await #expect(throws: CancellationError.self) { try await task.value } }
        gate.open()
        #expect(try await join(result: 3).value == 3)
    }

    @Test func `all get the error of work that fails, and it is not remembered`() async throws {
        let (shared, gate) = (shared, gate)
        let waiting = (0..<2).map { _ in
            Task.immediate {
                try await shared.result(of: "a") {
                    try await gate.pass()
                    throw Failure()
                }
            }
        }
        gate.open()
        for task in waiting { await #expect(throws: Failure.self) { try await task.value } }
        #expect(try await join(result: 4).value == 4)
    }
}
