import Dispatch
import FoundationEssentials
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Database

/// What only SQLite does: its file, its settings, and commits that many writes share.
@Suite struct SQLiteDatabaseTests {
    private struct Refusal: Error {}

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private var path: String {
        folder.path + "/test.sqlite"
    }

    private func kind(openingAt path: String) -> DatabaseError.Kind? {
        #expect(throws: DatabaseError.self) { try SQLiteDatabase(path: path) }?.kind
    }

    private func integer(_ sql: SQL, in connection: any DatabaseConnection) throws -> Int {
        try connection.row(sql)?.values.first.flatMap { Int(sqlValue: $0) } ?? -1
    }

    private func setting(_ name: String, in connection: any DatabaseConnection) throws -> Int {
        try integer("PRAGMA \(raw: name)", in: connection)
    }

    /// Opens a database with an empty table of numbers.
    private func openNumbers(_ options: SQLiteDatabase.Options = .init()) async throws -> SQLiteDatabase {
        let database = try SQLiteDatabase(path: path, options: options)
        try await database.write { try $0.execute("CREATE TABLE numbers (n INTEGER PRIMARY KEY)") }
        return database
    }

    private func numbers(in database: SQLiteDatabase) async throws -> [Int] {
        try await database.read { try $0.rows("SELECT n FROM numbers ORDER BY n").map { try $0.int("n") } }
    }

    /// Keeps the writer busy while `count` writes are asked for, so that they wait together, and returns how each of them ended.
    ///
    /// - Parameter whileAllWait: What is done before the first of them runs.
    private func writeTogether(
        _ count: Int, in database: SQLiteDatabase, whileAllWait: () async throws -> Void = {},
        _ body: @escaping @Sendable (Int, any DatabaseConnection) throws -> Void
    ) async throws -> [Result<Int, any Error>] {
        let release = DispatchSemaphore(value: 0)
        let isHeld = Mutex(false)
        let holder = Task {
            try await database.write { _ in
                isHeld.withLock { $0 = true }
                release.wait()
            }
        }
        while !isHeld.withLock({ $0 }) {
            await Task.yield()
        }
        return try await withThrowingTaskGroup(of: (Int, Result<Int, any Error>).self) { group in
            for index in 0..<count {
                group.addTask {
                    do {
                        return (
                            index,
                            .success(
                                try await database.write { connection in
                                    try body(index, connection)
                                    return index
                                })
                        )
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            while database.writeCounts.waiting < count {
                await Task.yield()
            }
            try await whileAllWait()
            release.signal()
            try await holder.value
            var results: [Int: Result<Int, any Error>] = [:]
            for try await (index, result) in group {
                results[index] = result
            }
            return (0..<count).compactMap { results[$0] }
        }
    }

    @Test func `its commits are synced, its log is written ahead, and foreign keys are checked`() async throws {
        let database = try SQLiteDatabase(path: path)
        let (synchronous, foreignKeys, cache, mode) = try await database.write { connection in
            (
                try setting("synchronous", in: connection), try setting("foreign_keys", in: connection), try setting("cache_size", in: connection),
                try connection.row("PRAGMA journal_mode")?.string("journal_mode")
            )
        }
        #expect(synchronous == 2)
        #expect(foreignKeys == 1)
        #expect(cache == -2048)
        #expect(mode == "wal")
        #expect(try await database.read { try setting("cache_size", in: $0) } == -2048)
        try await database.close()
    }

    @Test func `its files are for their owner alone`() async throws {
        let database = try await openNumbers()
        for file in [path, path + "-wal", path + "-shm"] {
            var status = stat()
            #expect(stat(file, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
        }
        try await database.close()
    }

    @Test func `no file stays beside the database when it is closed, whatever was looked up`() async throws {
        let database = try await openNumbers()
        for n in [1, 2] {
            try await database.write { try $0.execute("INSERT INTO numbers (n) VALUES (\(n))") }
            #expect(try await database.lookUp("SELECT n FROM numbers WHERE n = \(n)")?.int("n") == n)
        }
        try await database.close()
        for file in [path + "-wal", path + "-shm"] { #expect(access(file, F_OK) != 0) }
    }

    @Test func `many writes at once share commits, and what one does wrong is undone alone`() async throws {
        let database = try await openNumbers()
        let before = database.writeCounts.commits
        let results = try await writeTogether(200, in: database) { index, connection in
            try connection.execute("INSERT INTO numbers VALUES (\(index))")
            if index % 10 == 3 {
                throw Refusal()
            }
            if index % 10 == 7 {
                try connection.execute("INSERT INTO numbers VALUES (\(index))")
            }
        }
        for (index, result) in results.enumerated() {
            switch index % 10 {
            case 3: #expect(throws: Refusal.self) { try result.get() }
            case 7: #expect(failureKind(result) == .constraint(.unique))
            default: #expect(try result.get() == index)
            }
        }
        #expect(try await numbers(in: database) == (0..<200).filter { $0 % 10 != 3 && $0 % 10 != 7 })
        // One for the write that held the others up, and batches of 64, 64, 64 and 8.
        #expect(database.writeCounts.commits - before == 5)
        try await database.close()
    }

    @Test func `writes run in the order they were asked for`() async throws {
        let database = try await openNumbers()
        for index in 0..<10 {
            let count = try await database.write { connection in
                try connection.execute("INSERT INTO numbers VALUES (\(index))")
                return try integer("SELECT COUNT(*) FROM numbers", in: connection)
            }
            #expect(count == index + 1)
        }
        try await database.close()
    }

    @Test func `a rule checked at the commit fails only the write that breaks it`() async throws {
        let database = try await openNumbers()
        try await database.write { connection in
            try connection.execute("CREATE TABLE parts (n INTEGER REFERENCES numbers (n) DEFERRABLE INITIALLY DEFERRED)")
        }
        let results = try await writeTogether(8, in: database) { index, connection in
            try connection.execute("INSERT INTO numbers VALUES (\(index))")
            try connection.execute("INSERT INTO parts VALUES (\(index == 5 ? 99 : index))")
        }
        for (index, result) in results.enumerated() where index != 5 {
            #expect(try result.get() == index)
        }
        #expect(failureKind(results[5]) == .constraint(.foreignKey))
        #expect(try await numbers(in: database) == [0, 1, 2, 3, 4, 6, 7])
        try await database.close()
    }

    @Test func `a full database fails only the write that does not fit`() async throws {
        let database = try await openNumbers()
        try await database.write { connection in
            try connection.execute("CREATE TABLE blobs (b BLOB)")
            let pages = try setting("page_count", in: connection)
            _ = try connection.rows("PRAGMA max_page_count = \(raw: "\(pages + 20)")")
        }
        let results = try await writeTogether(8, in: database) { index, connection in
            try connection.execute("INSERT INTO numbers VALUES (\(index))")
            if index == 5 {
                try connection.execute("INSERT INTO blobs VALUES (\([UInt8](repeating: 1, count: 1 << 20)))")
            }
        }
        #expect(failureKind(results[5]) == .full)
        #expect(try await numbers(in: database) == [0, 1, 2, 3, 4, 6, 7])
        try await database.close()
    }

    @Test func `a write that ends its own transaction fails, and the next ones do not`() async throws {
        let database = try await openNumbers()
        await #expect(throws: DatabaseError.self) { try await database.write { try $0.execute("ROLLBACK") } }
        try await database.write { try $0.execute("INSERT INTO numbers VALUES (1)") }
        #expect(try await numbers(in: database) == [1])
        try await database.close()
    }

    @Test func `a database that another keeps locked is busy`() async throws {
        let first = try await openNumbers()
        let second = try SQLiteDatabase(path: path, options: .init(busyTimeout: 0.01))
        try await first.write { connection in
            try connection.execute("INSERT INTO numbers VALUES (1)")
            let done = DispatchSemaphore(value: 0)
            let kind = Mutex<DatabaseError.Kind?>(nil)
            Task {
                let error = await #expect(throws: DatabaseError.self) { try await second.write { try $0.execute("INSERT INTO numbers VALUES (2)") } }
                kind.withLock { $0 = error?.kind }
                done.signal()
            }
            done.wait()
            #expect(kind.withLock { $0 } == .busy)
        }
        try await first.close()
        try await second.close()
    }

    @Test func `closing waits for what was asked for`() async throws {
        let database = try await openNumbers()
        var closing: Task<Void, any Error>?
        let results = try await writeTogether(20, in: database) {
            closing = Task { try await database.close() }
            // It has begun once nothing more is taken on.
            while (try? await database.lookUp("SELECT 1")) != nil { await Task.yield() }
        } _: { index, connection in
            try connection.execute("INSERT INTO numbers VALUES (\(index))")
        }
        try await closing?.value
        #expect(results.allSatisfy { failureKind($0) == nil })
    }

    @Test func `statements with lists of any length are not kept`() async throws {
        let database = try await openNumbers()
        for length in 0..<50 {
            let rows = try await database.read { try $0.rows("SELECT n FROM numbers WHERE n IN \(Array(0..<length))") }
            #expect(rows.isEmpty)
        }
        try await database.close()
    }

    @Test func `a place that is no folder, or none at all, is told`() throws {
        try Data().write(to: URL(filePath: folder.path + "/file"))
        #expect(kind(openingAt: folder.path + "/file/test.sqlite") == .cannotOpen)
        #expect(kind(openingAt: folder.path + "/nowhere/test.sqlite") == .cannotOpen)
        #expect(kind(openingAt: "") == .cannotOpen)
    }

    /// Nobody can make a file in `/sys`, not even root.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/sys/kernel"), "Linux shows no /sys here"))
    func `a folder that can't be written is told`() {
        #expect(kind(openingAt: "/sys/test.sqlite") == .readOnly)
    }

    @Test func `a file that is no database is told, and left as it is`() throws {
        let content = Data("This is not a database, but a text that is long enough to be looked at as one.".utf8)
        try content.write(to: URL(filePath: path))
        #expect(kind(openingAt: path) == .corrupt)
        #expect(try Data(contentsOf: URL(filePath: path)) == content)
    }

    private func failureKind(_ result: Result<Int, any Error>) -> DatabaseError.Kind? {
        guard case .failure(let error) = result else {
            return nil
        }
        return (error as? DatabaseError)?.kind ?? .other
    }
}

/// Whole databases: copied, and put in another's place.
@Suite struct SQLiteCopyTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open(_ name: String, numbers: Range<Int>) async throws -> SQLiteDatabase {
        let database = try SQLiteDatabase(path: "\(folder.path)/\(name)")
        try await database.write { connection in
            try connection.execute("CREATE TABLE numbers (n INTEGER PRIMARY KEY)")
            for number in numbers { try connection.execute("INSERT INTO numbers (n) VALUES (\(number))") }
        }
        return database
    }

    private func count(in database: SQLiteDatabase) async throws -> Int {
        try await database.read { try $0.row("SELECT COUNT(*) AS count FROM numbers")?.int("count") } ?? -1
    }

    @Test func `a copy is one file with what was there at one moment, while others write`() async throws {
        let database = try await open("test", numbers: 0..<0)
        // Two rows in each write: a copy in the midst of one would have an odd number.
        let writing = Task {
            var number = 0
            while !Task.isCancelled {
                let next = number
                try await database.write { connection in
                    for n in [next, next + 1] { try connection.execute("INSERT INTO numbers (n) VALUES (\(n))") }
                }
                number += 2
            }
        }
        for name in ["first", "second"] {
            while try await count(in: database) < (name == "first" ? 20 : 60) { await Task.yield() }
            try await database.copy(to: "\(folder.path)/\(name)")
        }
        writing.cancel()
        _ = await writing.result
        var counts: [Int] = []
        for name in ["first", "second"] {
            #expect(access("\(folder.path)/\(name)-wal", F_OK) != 0)
            let copy = try SQLiteDatabase(path: "\(folder.path)/\(name)")
            #expect(try await copy.isWhole())
            counts.append(try await count(in: copy))
        }
        #expect(counts[0] >= 20 && counts[1] > counts[0] && counts.allSatisfy { $0 % 2 == 0 })
    }

    @Test func `another database in its place is seen by all who have it open`() async throws {
        let database = try await open("test", numbers: 0..<5)
        let beside = try SQLiteDatabase(path: "\(folder.path)/test")
        #expect(try await count(in: beside) == 5)
        let other = try await open("other", numbers: 0..<3000)
        try await other.write { try $0.execute("CREATE TABLE more (n INTEGER)") }
        try await other.close()
        try await database.replace(byDatabaseAt: "\(folder.path)/other")
        for reader in [database, beside] {
            #expect(try await count(in: reader) == 3000)
            try await reader.write { try $0.execute("INSERT INTO more (n) VALUES (1)") }
        }
        #expect(try await database.isWhole())
        #expect(try await beside.read { try $0.rows("SELECT n FROM more").count } == 2)
    }

    @Test func `what is no database changes nothing`() async throws {
        let database = try await open("test", numbers: 0..<5)
        let file = "\(folder.path)/other"
        #expect(FileManager.default.createFile(atPath: file, contents: Data(repeating: 65, count: 10_000)))
        await #expect(throws: DatabaseError.self) { try await database.replace(byDatabaseAt: file) }
        #expect(try await count(in: database) == 5)
    }

    @Test func `a database that is closed is one file`() async throws {
        let database = try await open("test", numbers: 0..<500)
        try await database.close()
        unlink("\(folder.path)/test-wal")
        #expect(try await count(in: SQLiteDatabase(path: "\(folder.path)/test")) == 500)
    }
}
