import EnginePool
import Files
import Foundation
import Logging
import Narration
import Speech
import TestSupport

@testable import Platform

/// A worker with one real host, and the tasks that it works on.
struct RunningWorker {
    let platform: TestPlatform
    let tasks: SpeechTasks
    let pool: EnginePool
    let principal: Principal
    /// Where segments wait.
    let spool: URL
    private let folder: TemporaryFolder
    private let worker: Task<Void, any Error>

    /// Starts the worker, with a user who has 10,000 credits.
    init(configuration: TaskConfiguration = TaskConfiguration()) async throws {
        platform = try await TestPlatform()
        principal = Principal(userID: try await platform.makeUser(), keyID: "key")
        try await platform.credits.grant(10_000, to: "ada", expiresAt: nil)
        tasks = SpeechTasks(
            database: platform.database, voices: Voices(catalogue: .system, database: platform.database), files: platform.files,
            outbox: platform.outbox, configuration: configuration, clock: platform.clock, ids: platform.ids)
        pool = EnginePool(
            configuration: EnginePoolConfiguration(
                executable: BuiltProgram.path, arguments: ["host", "\(1 << 30)"], size: 1, patience: .seconds(120)))
        try await pool.start()
        folder = try TemporaryFolder()
        spool = folder.url.appendingPathComponent("work")
        let service = TaskWorker(
            tasks: tasks, narrator: Narrator(pool: pool), store: platform.store, spool: spool, version: "1", ids: platform.ids, concurrency: 1,
            grace: .zero,
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        worker = Task { try await service.run() }
    }

    /// Asks for speech, for the one user unless another is given.
    func add(_ text: String, voice: String = "en-us", for other: Principal? = nil) async throws -> SpeechTask {
        try await tasks.add(
            SpeechRequest(text: text, voiceID: voice), for: other ?? principal,
            terms: TaskTerms(family: .credits, lane: .batch, tariff: .credits, textField: "text"))
    }

    /// Asks for speech that is begun and gets no further: its host stands still.
    func addStuck(_ text: String = "It never comes to an end.", voice: String = "en-us") async throws -> SpeechTask {
        await freezeHost()
        let task = try await add(text, voice: voice)
        while try await tasks.task(task.id, for: principal).state != .running { await Task.yield() }
        return task
    }

    /// Has the host stand still, as if it hung.
    func freezeHost() async {
        for host in await pool.processIDs { kill(host, SIGSTOP) }
    }

    /// Has the host go on.
    func thawHost() async {
        for host in await pool.processIDs { kill(host, SIGCONT) }
    }

    /// The task, once it is finished.
    func finished(_ task: SpeechTask, for other: Principal? = nil) async throws -> SpeechTask {
        try await tasks.task(task.id, for: other ?? principal, waiting: .seconds(100))
    }

    /// The names of the stored files.
    func storedFiles() async throws -> [String] {
        var names: [String] = []
        var page = try await platform.store.list(page: nil)
        while true {
            names += page.files.map(\.name)
            guard let next = page.next else { return names }
            page = try await platform.store.list(page: next)
        }
    }

    /// Stops the worker and its host.
    func stop() async {
        worker.cancel()
        _ = await worker.result
        await pool.stop()
    }
}
