import EnginePool
import Narration
import Speech
import Testing

@Suite struct CancellationTests {
    @Test(arguments: MemoryOutput.Event.allCases)
    func `a narration that is cancelled ends its host, and the pool serves the next`(event: MemoryOutput.Event) async throws {
        let pool = Hosts.make(size: 1, attempts: 1)
        try await pool.start()
        let before = await pool.processIDs
        let task = CancellableTask()
        let output = MemoryOutput { if $0 == event { task.cancel() } }
        await #expect(throws: CancellationError.self) {
            try await task.run { _ = try await Spoken(Texts.sentence(for: "en-us"), voice: "en-us", pool: pool, output: output) }
        }
        #expect(before.count == 1 && !HostProcesses.isRunning(before[0]))
        #expect(try await Spoken("Hello.", voice: "en-us", pool: pool).narration.words.count == 1)
        await pool.stop()
    }

    @Test func `a long narration that is cancelled leaves its pool whole`() async throws {
        let pool = Hosts.make(size: 2, attempts: 1)
        let task = CancellableTask()
        await #expect(throws: CancellationError.self) {
            try await task.run { _ = try await Spoken(Texts.paragraph, voice: "slt", pool: pool, progress: { _ in task.cancel() }) }
        }
        async let first = Spoken("Hello there.", voice: "slt", pool: pool)
        async let second = Spoken("Hello again.", voice: "en-us", pool: pool)
        #expect(try await first.narration.words.count + second.narration.words.count == 4)
        await pool.stop()
    }

    @Test func `of many that wait, those that are cancelled leave the others be`() async throws {
        let pool = Hosts.make(size: 1, attempts: 1)
        let tasks = (0..<12).map { _ in Task { try await Spoken("Hello.", voice: "kal16", pool: pool).narration.words.count } }
        for task in tasks.enumerated() where task.offset % 2 == 0 { task.element.cancel() }
        for (index, task) in tasks.enumerated() {
            let result = await task.result
            if index % 2 == 1 { #expect(try result.get() == 1) }
        }
        #expect(try await Spoken("Hello.", voice: "kal16", pool: pool).narration.words.count == 1)
        await pool.stop()
    }
}
