import Testing

@testable import Platform

@Suite struct TaskChangeWindowTests {
    private func time(_ seconds: Double) -> Timestamp {
        Timestamp(milliseconds: 1_000_000 + Int64(seconds * 1000))
    }

    private func change(_ id: String, at seconds: Double, _ state: TaskState = .queued, progress: Int = 0) -> TaskChange {
        TaskChange(id: id, family: .credits, state: state, progress: progress, createdAt: time(0), updatedAt: time(seconds))
    }

    /// Makes a pass over `tasks`, as a database would have them read, and answers the ids of what is told.
    private func pass(_ window: inout TaskChangeWindow, at seconds: Double, over tasks: [TaskChange]) -> [String] {
        let pass = window.begin(at: time(seconds))
        let read = tasks.filter { $0.cursor > pass.position && $0.updatedAt <= pass.last }.sorted { $0.cursor < $1.cursor }
        let told = read.filter { window.take($0) }.map(\.id)
        window.end(pass)
        return told
    }

    @Test func `what is told once is told again only when it is something else`() {
        var window = TaskChangeWindow(readUntil: time(100))
        #expect(pass(&window, at: 101, over: [change("a", at: 101)]) == ["a"])
        #expect(pass(&window, at: 102, over: [change("a", at: 101)]) == [])
        #expect(pass(&window, at: 102, over: [change("a", at: 102, .running)]) == ["a"])
        #expect(pass(&window, at: 103, over: [change("a", at: 103, .running)]) == [])
        #expect(pass(&window, at: 104, over: [change("a", at: 104, .running, progress: 1)]) == ["a"])
        // The same time, but another state.
        #expect(pass(&window, at: 104, over: [change("a", at: 104, .completed, progress: 100)]) == ["a"])
    }

    @Test func `what comes late, with a time that was passed, is told`() {
        var window = TaskChangeWindow(readUntil: time(100))
        #expect(pass(&window, at: 110, over: [change("b", at: 110)]) == ["b"])
        #expect(pass(&window, at: 111, over: [change("a", at: 105), change("b", at: 110)]) == ["a"])
        // A worker whose clock is behind ends what another began.
        #expect(pass(&window, at: 112, over: [change("b", at: 107, .completed)]) == ["b"])
        #expect(pass(&window, at: 113, over: [change("b", at: 107, .completed)]) == [])
    }

    @Test func `what another's clock has in a while is told once`() {
        var window = TaskChangeWindow(readUntil: time(100))
        let tasks = [change("a", at: 104.9), change("b", at: 109)]
        var told: [String] = []
        for second in 100...130 { told += pass(&window, at: Double(second), over: tasks) }
        #expect(told == ["a", "b"])
    }

    @Test func `nothing is lost when the clock is set back`() {
        var window = TaskChangeWindow(readUntil: time(3600))
        var tasks = [change("a", at: 3600.5)]
        #expect(pass(&window, at: 3601, over: tasks) == ["a"])
        // One more before the clock is set back by almost an hour, and one after.
        tasks += [change("b", at: 3601.5), change("c", at: 10)]
        let told = pass(&window, at: 11, over: tasks)
        #expect(told.contains("b") && told.contains("c"))
        tasks[2] = change("c", at: 12, .running)
        #expect(pass(&window, at: 12, over: tasks) == ["c"])
        tasks[0] = change("a", at: 13, .completed)
        #expect(pass(&window, at: 13, over: tasks) == ["a"])
    }

    @Test func `nothing is lost when the clock is set on`() {
        var window = TaskChangeWindow(readUntil: time(10))
        #expect(pass(&window, at: 11, over: [change("a", at: 11)]) == ["a"])
        #expect(pass(&window, at: 3600, over: [change("a", at: 11), change("b", at: 11.5), change("c", at: 3599)]) == ["b", "c"])
    }

    @Test func `it remembers so many, and neither repeats nor loses what comes after`() {
        var window = TaskChangeWindow(readUntil: time(100), limit: 10)
        var tasks = (0..<35).map { change("t\($0 + 10)", at: 101 + Double($0) / 100) }
        #expect(pass(&window, at: 102, over: tasks).count == 35)
        #expect(window.count <= 10)
        #expect(pass(&window, at: 102.1, over: tasks) == [])
        tasks[0] = change("t10", at: 102.2, .completed)
        tasks.append(change("u", at: 101.9))
        #expect(pass(&window, at: 102.3, over: tasks) == ["u", "t10"])
        // That many lie in a future which the clock has left does not hide what comes now.
        tasks.append(change("v", at: 50))
        #expect(pass(&window, at: 51, over: tasks).contains("v"))
        tasks.append(change("w", at: 51.5))
        #expect(pass(&window, at: 52, over: tasks).contains("w"))
        #expect(pass(&window, at: 53, over: tasks) == [])
    }

    @Test func `it remembers nothing of a time long past`() {
        var window = TaskChangeWindow(readUntil: time(100))
        _ = pass(&window, at: 101, over: (0..<100).map { change("t\($0)", at: 101) })
        _ = pass(&window, at: 107, over: [])
        _ = pass(&window, at: 108, over: [])
        #expect(window.count == 0)
    }
}
