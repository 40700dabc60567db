import Database
import EnginePool
import Foundation
import Speech
import TestSupport
import Testing

@testable import Platform

/// The worker, with real engines.
@Suite(.timeLimit(.minutes(3))) struct TaskWorkerTests {
    @Test func `a task that is deleted while it is spoken is stopped at once, and the next one begins`() async throws {
        let worker = try await RunningWorker()
        let task = try await worker.addStuck()
        let next = try await worker.add("Hello.")
        let host = try #require(await worker.pool.processIDs.first)
        let waiting = Task { try await worker.finished(task) }
        // The worker is told, as whoever listens is: by itself it would look after a while only.
        try await worker.tasks.signals.withStop(of: task.id) { stop in
            try await worker.tasks.delete(task.id, for: worker.principal)
            #expect(await stop.wait(atMost: .seconds(RawConnection.patience)))
        }
        #expect(await eventually { kill(host, 0) != 0 })
        #expect(try await worker.finished(next).state == .completed)
        let error = await #expect(throws: PlatformError.self) { _ = try await waiting.value }
        #expect(error == .notFound("There is no such task."))
        #expect(try await worker.platform.credits.balance(of: worker.principal.userID).total == 10_000 - next.price)
        #expect(try await CreditAudit(database: worker.platform.database).findings() == [])
        await worker.stop()
    }

    @Test func `a long text that is deleted leaves no segments behind`() async throws {
        let worker = try await RunningWorker()
        let task = try await worker.add(String(repeating: "It takes a while to say all of this. ", count: 130))
        let folder = worker.spool.appendingPathComponent(task.id).path
        while !FileManager.default.fileExists(atPath: folder), try await !worker.tasks.task(task.id, for: worker.principal).state.isFinal {
            await Task.yield()
        }
        try await worker.tasks.delete(task.id, for: worker.principal)
        _ = try await worker.finished(worker.add("Hello."))
        #expect(!FileManager.default.fileExists(atPath: folder))
        #expect(try await worker.storedFiles().count == 1)
        await worker.stop()
    }

    @Test func `of a task that is completed the file goes with it, and the charge stays`() async throws {
        let worker = try await RunningWorker()
        let task = try await worker.finished(worker.add("Hello."))
        #expect(task.state == .completed)
        #expect(try await worker.storedFiles().count == 1)
        try await worker.tasks.delete(task.id, for: worker.principal)
        #expect(try await worker.storedFiles().isEmpty)
        let name = try #require(task.fileName)
        await #expect(throws: PlatformError.notFound("There is no such file.")) { try await worker.platform.files.file(name) }
        await #expect(throws: PlatformError.self) { try await worker.tasks.delete(task.id, for: worker.principal) }
        #expect(try await worker.platform.credits.balance(of: worker.principal.userID).total == 10_000 - task.price)
        await worker.stop()
    }

    @Test func `a task whose time is over while it is spoken is stopped, and its credits come back`() async throws {
        let worker = try await RunningWorker(configuration: TaskConfiguration(deadline: .seconds(3600)))
        let task = try await worker.addStuck()
        worker.platform.advance(by: .seconds(3600))
        let failed = try await worker.finished(task)
        #expect(failed.state == .failed && failed.error == TaskQueue.overdue)
        #expect(try await worker.finished(worker.add("Hello.")).state == .completed)
        #expect(try await CreditAudit(database: worker.platform.database).findings() == [])
        await worker.stop()
    }
}
