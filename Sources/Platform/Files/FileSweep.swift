import Database
import Files
import Foundation

/// Removes the files that nothing names, and, where tasks are kept for a time only, those that finished longer ago, with all that they came to.
///
/// It works in small steps: however much there is to do, nobody waits for it.
public struct FileSweep: Sendable {
    /// Why a file goes.
    public enum Reason: String, Sendable {
        /// It was begun and never finished.
        case unfinished
        /// No row names it: a crash left it between the store and the database.
        case orphan
        /// Its tasks, or the recording that it is, have been kept for as long as they are to be.
        case expired
    }

    /// What a sweep removed, or would.
    public struct Report: Sendable, Hashable {
        /// How many files.
        public var files = 0
        /// Their size, in bytes.
        public var bytes = 0
        /// How many tasks.
        public var tasks = 0
    }

    private let database: any Database
    private let store: any FileStore
    private let queue: TaskQueue
    private let retention: Duration?
    private let clock: WallClock

    /// How old a file is that no row names before it counts as one that none will: a running task names its file within seconds of storing it.
    private static let orphanAge: Duration = .seconds(3600)
    /// How long ago a file was last written to before it counts as one that will not be finished.
    private static let unfinishedAge: Duration = .seconds(24 * 3600)
    /// How many tasks a transaction deletes.
    private static let taskBatch = 100
    /// How many names a query looks up.
    private static let nameBatch = 500

    /// A sweep of `store`, whose files `database` names.
    ///
    /// - Parameter retention: How long finished tasks are kept; nil for ever.
    public init(database: any Database, store: any FileStore, retention: Duration?, clock: WallClock, ids: IDSource) {
        self.database = database
        self.store = store
        self.retention = retention
        self.clock = clock
        queue = TaskQueue(database: database, clock: clock, ids: ids)
    }

    /// Sweeps once.
    ///
    /// - Parameters:
    ///   - isFirst: Whether no task runs, so that every file that no row names can go, however new it is.
    ///   - isDryRun: Whether it only looks.
    ///   - note: Is told of each file that goes: why, its name, and its size in bytes.
    /// - Throws: `DatabaseError`, `FileStoreError`, `CancellationError`.
    @discardableResult
    public func run(
        isFirst: Bool = false, isDryRun: Bool = false, note: @escaping (Reason, String, Int) -> Void = { _, _, _ in }
    ) async throws -> Report {
        var report = Report()
        let add = { (reason: Reason, name: String, size: Int) in
            note(reason, name, size)
            report.files += 1
            report.bytes += size
        }
        try await sweepRecordings(isDryRun: isDryRun, add)
        if let retention {
            let end = Timestamp(milliseconds: clock.now.milliseconds - Int64(retention / .milliseconds(1)))
            let tasks = try await isDryRun ? findExpired(end, add) : deleteExpired(end, add)
            report.tasks = tasks
        }
        try await sweepOrphans(olderThan: isFirst ? .distantFuture : date(before: Self.orphanAge), isDryRun: isDryRun, add)
        let limit = isFirst ? .distantFuture : date(before: Self.unfinishedAge)
        for file in try await store.sweepTemporary(olderThan: limit, isDryRun: isDryRun) { add(.unfinished, file.name, file.size) }
        return report
    }

    /// A time by the clock of the files, which is the system's.
    private func date(before age: Duration) -> Date {
        Date(timeIntervalSinceNow: -(age / .seconds(1)))
    }

    /// - Returns: How many tasks were deleted.
    private func deleteExpired(_ end: Timestamp, _ add: (Reason, String, Int) -> Void) async throws -> Int {
        var count = 0
        while true {
            try Task.checkCancellation()
            let tasks = try await queue.deleteFinished(before: end, limit: Self.taskBatch)
            for name in tasks.flatMap(\.orphans) {
                let size = try? await store.size(of: name)
                try await store.delete(name)
                if let size { add(.expired, name, size) }
            }
            count += tasks.count
            if tasks.count < Self.taskBatch { return count }
        }
    }

    /// - Returns: How many tasks would be deleted.
    private func findExpired(_ end: Timestamp, _ add: (Reason, String, Int) -> Void) async throws -> Int {
        try await database.forEachPageOfStoredFiles { page in
            for names in page.map(\.name).chunks(of: Self.nameBatch).map(Array.init) {
                let kept = try await database.read { connection in
                    try connection.rows(
                        """
                        SELECT DISTINCT blob_name FROM files JOIN tasks ON tasks.id = files.task_id
                        WHERE blob_name IN \(names) AND NOT (\(TaskQueue.finished(before: end)))
                        """
                    ).map { try $0.get("blob_name", as: String.self) }
                }
                let expired = Set(names).subtracting(kept)
                for file in page where expired.contains(file.name) { add(.expired, file.name, file.size) }
            }
        }
        let row = try await database.read { try $0.row("SELECT COUNT(*) AS number FROM tasks WHERE \(TaskQueue.finished(before: end))") }
        return try row?.get("number") ?? 0
    }

    /// Removes recordings that nobody has made a clone of in time.
    private func sweepRecordings(isDryRun: Bool, _ add: (Reason, String, Int) -> Void) async throws {
        let end = Timestamp(milliseconds: clock.now.milliseconds - Int64(VoiceCloner.recordingLifetime / .milliseconds(1)))
        let old: SQL = "created_at < \(end) AND \(VoiceClones.isUnused)"
        let files = try await database.read { connection in
            try connection.rows("SELECT file_name, size FROM recordings WHERE \(old)").map {
                (name: try $0.string("file_name"), size: try $0.int("size"))
            }
        }
        guard !files.isEmpty else { return }
        let names = isDryRun ? files.map(\.name) : try await database.write { try VoiceClones($0).deleteRecordings(old) }
        for file in files where names.contains(file.name) {
            if !isDryRun { try await store.delete(file.name) }
            add(.expired, file.name, file.size)
        }
    }

    private func sweepOrphans(olderThan limit: Date, isDryRun: Bool, _ add: (Reason, String, Int) -> Void) async throws {
        var page = try await store.list(page: nil)
        while true {
            for files in page.files.filter({ $0.modified < limit }).chunks(of: Self.nameBatch) {
                try Task.checkCancellation()
                let names = files.map(\.name)
                let known = try await database.read { try $0.storedFiles(among: names) }
                for file in files where !known.contains(file.name) {
                    if !isDryRun { try await store.delete(file.name) }
                    add(.orphan, file.name, file.size)
                }
            }
            guard let next = page.next else { return }
            page = try await store.list(page: next)
        }
    }
}

extension Array {
    /// The elements, up to `size` at a time.
    fileprivate func chunks(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
    }
}
