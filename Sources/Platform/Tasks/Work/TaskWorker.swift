import Database
import Files
import Foundation
import Logging
import Metrics
import Narration
import ServiceLifecycle
import Speech

/// Speaks the tasks that wait, some at a time, for as long as the server runs.
///
/// When the server is to stop, it begins nothing new, gives what runs a while to finish, and hands the rest back.
public struct TaskWorker: Service {
    private let tasks: SpeechTasks
    private let narrator: Narrator
    private let store: any FileStore
    private let spool: URL
    private let version: String
    private let ids: IDSource
    private let concurrency: Int
    private let grace: Duration
    private let logger: Logger

    /// How often it looks without having been woken.
    private static let poll: Duration = .seconds(1)
    /// The largest file that a task may make, in bytes.
    private static let fileLimit = 2 << 30

    /// A worker.
    ///
    /// - Parameters:
    ///   - spool: The folder under which tasks in the midst of their work keep theirs.
    ///   - version: Which program and which engines speak: another version's files are not used again.
    ///   - concurrency: How many tasks it speaks at once.
    ///   - grace: How long running tasks may go on when the server is to stop.
    public init(
        tasks: SpeechTasks, narrator: Narrator, store: any FileStore, spool: URL, version: String, ids: IDSource, concurrency: Int,
        grace: Duration, logger: Logger
    ) {
        self.tasks = tasks
        self.narrator = narrator
        self.store = store
        self.spool = spool
        self.version = version
        self.ids = ids
        self.concurrency = max(1, concurrency)
        self.grace = grace
        self.logger = logger
    }

    /// Takes up what an earlier server left, on data that no other has open.
    public func recover() async throws {
        let forsaken = try await tasks.queue.deleteForsaken()
        if !forsaken.isEmpty { logger.info("Tasks that nobody waits for any more are deleted.", metadata: ["count": "\(forsaken.count)"]) }
        try await tasks.finishDeleting(forsaken)
        let count = try await tasks.queue.recover(all: true).count { $0.transition.to == .queued }
        if count > 0 { logger.info("Tasks that the last server left are taken up again.", metadata: ["count": "\(count)"]) }
        try await sweepSpool()
    }

    /// Removes what waited on disk for tasks that will not go on.
    private func sweepSpool() async throws {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: spool.path)) ?? []
        for id in folders where try await !tasks.queue.isOpen(id) {
            // Its worker may just have done so itself.
            try? FileManager.default.removeItem(at: spool.appendingPathComponent(id))
        }
    }

    public func run() async throws {
        let running = RunningCount()
        await withGracefulShutdownHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await sweep() }
                while !isStopping {
                    if running.value < concurrency, let (task, lease) = await claim() {
                        running.add(1)
                        group.addTask {
                            await work(on: task, lease)
                            running.add(-1)
                            tasks.signals.work.raise()
                        }
                    } else {
                        await tasks.signals.work.wait(atMost: Self.poll)
                    }
                }
                let deadline = ContinuousClock.now + grace
                while running.value > 0, .now < deadline, !Task.isCancelled {
                    await tasks.signals.work.wait(atMost: deadline - .now)
                }
                group.cancelAll()
            }
        } onGracefulShutdown: {
            tasks.signals.work.raise()
        }
    }

    /// Brings back, from time to time, the tasks of workers that are gone; ends those whose time is over; and clears up behind those that are deleted.
    private func sweep() async {
        while !Task.isCancelled {
            do {
                note(try await tasks.queue.recover(all: false))
                note(try await tasks.queue.endOverdue())
                try await sweepSpool()
            } catch {
                logger.warning("Tasks that nobody works on can't be looked after.", metadata: ["error": "\(error)"])
            }
            try? await Task.sleep(for: TaskQueue.leaseDuration / 3)
        }
    }

    /// Tells of tasks that ended, or wait again, without a worker.
    private func note(_ changed: [ChangedTask]) {
        for task in changed where task.transition.to == .failed {
            tasks.signals.stopped(task.id)
            tasks.signals.finished(task.id)
            tasks.signals.changed(of: task.userID)
            logger.warning("A task failed.", metadata: ["task": "\(task.id)", "reason": "\(task.transition.event.rawValue)"])
            Counter(label: "mynah_tasks_failed_total").increment()
        }
        if !changed.isEmpty { tasks.signals.work.raise() }
    }

    private var isStopping: Bool {
        Task.isShuttingDownGracefully || Task.isCancelled
    }

    private func claim() async -> (SpeechTask, TaskLease)? {
        do {
            return try await tasks.queue.claim()
        } catch {
            logger.error("The next task can't be read.", metadata: ["error": "\(error)"])
            return nil
        }
    }

    private func work(on task: SpeechTask, _ lease: TaskLease) async {
        let started = ContinuousClock.now
        tasks.signals.changed(of: task.userID)
        defer { tasks.signals.changed(of: task.userID) }
        do {
            try await speak(task, lease)
            logger.debug("A task is completed.", metadata: ["task": "\(task.id)"])
            Counter(label: "mynah_tasks_completed_total").increment()
            Metrics.Timer(label: "mynah_task_duration_seconds").recordSeconds((ContinuousClock.now - started) / .seconds(1))
        } catch is LeaseLost {
            logger.info("A task was taken from this worker.", metadata: ["task": "\(task.id)"])
            // What waits on disk may be its new worker's now.
            if (try? await tasks.queue.isOpen(task.id)) == false { removeSpool(of: task) }
            return
        } catch {
            await end(task, lease, error: error)
            return tasks.signals.finished(task.id)
        }
        removeSpool(of: task)
        tasks.signals.finished(task.id)
    }

    private func end(_ task: SpeechTask, _ lease: TaskLease, error: any Error) async {
        // In a task of its own, because this one may be cancelled.
        await Task {
            let deadline = ContinuousClock.now + TaskQueue.leaseDuration
            while true {
                do {
                    return try await writeEnd(of: task, lease, error: error)
                } catch let failure as DatabaseError where !isStopping && .now < deadline {
                    // The task is this worker's for a while yet, and the disk may have room again.
                    logger.warning("A task's end can't be written.", metadata: ["task": "\(task.id)", "error": "\(failure)"])
                    try? await Task.sleep(for: Self.poll)
                } catch {
                    return logger.error("A task's end can't be written.", metadata: ["task": "\(task.id)", "error": "\(error)"])
                }
            }
        }.value
    }

    private func writeEnd(of task: SpeechTask, _ lease: TaskLease, error: any Error) async throws {
        switch error {
        case is CancellationError:
            try await tasks.queue.release(lease)
            logger.info("A task is handed back.", metadata: ["task": "\(task.id)"])
        case let error as EnginesUnavailable:
            logger.error("The engines can't be started.", metadata: ["task": "\(task.id)", "error": "\(error.message)"])
            // Whatever is short now may not be in a moment.
            try await Task.sleep(for: Self.poll)
            try await tasks.queue.retry(lease, error: error.message)
        case is TaskOverdue:
            note(try await tasks.queue.endOverdue())
            removeSpool(of: task)
        case let error as NarrationError: try await fail(task, lease, error: error.message)
        case PlatformError.unknownVoice: try await fail(task, lease, error: "The voice \(task.request.voiceID) is gone.")
        case let error as FileStoreError: try await fail(task, lease, error: "The audio can't be stored: \(error)")
        default:
            logger.error("A task's audio can't be stored.", metadata: ["task": "\(task.id)", "error": "\(error)"])
            try await fail(task, lease, error: "The audio can't be stored: the server's log says why.")
        }
    }

    private func fail(_ task: SpeechTask, _ lease: TaskLease, error: String) async throws {
        do {
            try await tasks.queue.fail(lease, error: error)
        } catch let full as DatabaseError where full.kind == .full {
            // The room that the task took may be what is missing.
            removeSpool(of: task)
            try await tasks.queue.fail(lease, error: error)
        }
        removeSpool(of: task)
        logger.warning("A task failed.", metadata: ["task": "\(task.id)", "error": "\(error)"])
        Counter(label: "mynah_tasks_failed_total").increment()
    }

    private func speak(_ task: SpeechTask, _ lease: TaskLease) async throws {
        let voice = try await tasks.voices.voice(task.request.voiceID, of: task.userID)
        let fingerprint = tasks.queue.configuration.reusesFiles ? try SpeechFingerprint(of: task.request, voice: voice, version: version) : nil
        if let fingerprint, try await complete(task, lease, reusing: fingerprint) { return }
        let writer = try await store.makeWriter(maximumSize: Self.fileLimit)
        let progress = TaskProgress()
        let narration = try await withHeartbeat(of: task, lease, progress: progress) {
            try await narrator.narrate(task.request, voice: voice, spool: folder(of: task), into: TaskOutput(writer: writer)) { progress.reach($0) }
        }
        let file = try await writer.commit(as: newName(for: task))
        let blob = Blob(name: file.name, fingerprint: fingerprint, contentType: task.request.encoding.contentType, size: file.size)
        var subtitle: TaskSubtitle?
        do {
            subtitle = try await makeSubtitle(of: task, words: narration.words, duration: narration.duration)
            try await tasks.queue.complete(
                lease, fileName: newName(for: task), blob: blob, duration: narration.duration, words: narration.words, subtitle: subtitle)
        } catch {
            try? await store.delete(file.name)
            if let subtitle { await subtitles.discard(subtitle) }
            throw error
        }
        Counter(label: "mynah_speech_milliseconds_total").increment(by: Int64(narration.duration * 1000))
    }

    /// Completes the task with the file that the same request of the same user came to before, if it is there as it was stored.
    private func complete(_ task: SpeechTask, _ lease: TaskLease, reusing fingerprint: SpeechFingerprint) async throws -> Bool {
        guard let blob = try await tasks.queue.blob(of: task.userID, fingerprint) else { return false }
        guard (try? await store.size(of: blob.name)) == blob.size else {
            logger.error("A stored file is not as it was.", metadata: ["file": "\(blob.name)"])
            try await tasks.queue.retire(blob)
            return false
        }
        guard task.family.subtitleLimits != nil else { return try await tasks.queue.complete(lease, fileName: newName(for: task), reusing: blob) }
        guard let spoken = try await tasks.queue.spoken(blob) else { return false }
        let subtitle = try await makeSubtitle(of: task, words: spoken.words, duration: spoken.duration)
        do {
            let isReused = try await tasks.queue.complete(lease, fileName: newName(for: task), reusing: blob, subtitle: subtitle)
            if !isReused, let subtitle { await subtitles.discard(subtitle) }
            return isReused
        } catch {
            if let subtitle { await subtitles.discard(subtitle) }
            throw error
        }
    }

    private var subtitles: SubtitleWriter {
        SubtitleWriter(store: store, ids: ids)
    }

    /// Stores the subtitle that a task of its family has; nil where it has none.
    private func makeSubtitle(of task: SpeechTask, words: [WordTiming], duration: Double) async throws -> TaskSubtitle? {
        guard let limits = task.family.subtitleLimits else { return nil }
        let cues = try await tasks.cues(of: task, words: words, duration: duration, limits: limits)
        return try await subtitles.write(cues, limits: limits)
    }

    private func newName(for task: SpeechTask) -> String {
        "\(ids.secretName()).\(task.request.encoding.format.fileExtension)"
    }

    /// Does `work` while the lease is renewed; a lease that is lost, and a time that is over, cancel it.
    private func withHeartbeat(
        of task: SpeechTask, _ lease: TaskLease, progress: TaskProgress, _ work: @escaping @Sendable () async throws -> Narration
    ) async throws -> Narration {
        try await withThrowingTaskGroup(of: Narration.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await tasks.signals.withStop(of: task.id) { stop -> Narration in
                    try await keep(task, lease, progress: progress, stop: stop)
                }
            }
            defer { group.cancelAll() }
            guard let narration = try await group.next() else { throw CancellationError() }
            return narration
        }
    }

    /// Renews the lease until it is lost, which `stop` hints at, or the task's time is over.
    ///
    /// - Throws: ``LeaseLost``, ``TaskOverdue``, `CancellationError`.
    private func keep(_ task: SpeechTask, _ lease: TaskLease, progress: TaskProgress, stop: Signal) async throws -> Never {
        var told = (progress: 0.0, time: ContinuousClock.now)
        // It may have been taken away before `stop` was listened to.
        if try await !tasks.queue.holds(lease) { throw LeaseLost() }
        while true {
            let isHint = await stop.wait(atMost: Self.poll)
            try Task.checkCancellation()
            if task.isOverdue(at: tasks.queue.clock.now) { throw TaskOverdue() }
            let value = progress.value
            guard isHint || value > told.progress || .now - told.time >= TaskQueue.leaseDuration / 3 else { continue }
            do {
                try await tasks.queue.renew(lease, progress: value)
                told = (value, .now)
                tasks.signals.changed(of: task.userID)
            } catch let error as DatabaseError where .now - told.time < TaskQueue.leaseDuration {
                // It is this worker's for a while yet, and the database may answer again.
                logger.warning("A task's progress can't be written.", metadata: ["task": "\(lease.taskID)", "error": "\(error)"])
            }
        }
    }

    private func removeSpool(of task: SpeechTask) {
        try? FileManager.default.removeItem(at: folder(of: task))
    }

    private func folder(of task: SpeechTask) -> URL {
        spool.appendingPathComponent(task.id, isDirectory: true)
    }
}
