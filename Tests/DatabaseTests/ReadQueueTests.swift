import Testing

@testable import Database

/// Which threads are started, woken and ended, as reads come and go.
@Suite struct ReadQueueTests {
    private static let read = QueuedAccess(body: { _ in {} }, fail: { _ in })

    private func add(_ count: Int, to queue: inout ReadQueue) -> [ReadQueue.Step] {
        var steps: [ReadQueue.Step] = []
        for _ in 0..<count { steps.append(queue.add(Self.read)) }
        return steps
    }

    private func next(_ count: Int, of queue: inout ReadQueue) -> [String] {
        var steps: [String] = []
        for _ in 0..<count {
            switch queue.next() {
            case .run: steps.append("run")
            case .wait: steps.append("wait")
            case .end: steps.append("end")
            }
        }
        return steps
    }

    @Test func `threads are started up to the limit, and idle ones are woken first`() {
        var queue = ReadQueue(threadLimit: 2)
        #expect(add(3, to: &queue) == [.start, .start, .none])
        #expect(next(4, of: &queue) == ["run", "run", "run", "wait"])
        #expect(add(1, to: &queue) == [.wake])
        #expect(next(3, of: &queue) == ["run", "wait", "wait"])
        #expect(add(3, to: &queue) == [.wake, .wake, .none])
    }

    @Test func `a thread that waited in vain ends, unless it is being woken`() {
        var queue = ReadQueue(threadLimit: 1)
        #expect(add(1, to: &queue) == [.start])
        #expect(next(2, of: &queue) == ["run", "wait"])
        #expect(add(1, to: &queue) == [.wake])
        let endsThough = queue.giveUp()
        #expect(!endsThough)
        #expect(next(2, of: &queue) == ["run", "wait"])
        let ends = queue.giveUp()
        #expect(ends)
        #expect(add(1, to: &queue) == [.start])
    }

    @Test func `threads that are to end run what waits first, and idle ones are woken for it`() {
        var busy = ReadQueue(threadLimit: 1)
        #expect(add(2, to: &busy) == [.start, .none])
        #expect(next(1, of: &busy) == ["run"])
        let wokenBusy = busy.stop()
        #expect(wokenBusy == 0)
        #expect(next(2, of: &busy) == ["run", "end"])

        var idle = ReadQueue(threadLimit: 1)
        _ = add(1, to: &idle)
        #expect(next(2, of: &idle) == ["run", "wait"])
        let wokenIdle = idle.stop()
        #expect(wokenIdle == 1)
        let ends = idle.giveUp()
        #expect(!ends)
        #expect(next(1, of: &idle) == ["end"])
    }
}
