import Files
import FoundationEssentials
import TestSupport
import Testing

/// What every store does, wherever it keeps its files.
@Suite struct FileStoreConformanceTests {
    private func withStore(_ driver: FileStoreDriver, _ body: (any FileStore) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        try await body(driver.open(in: folder))
    }

    @discardableResult
    private func store(_ bytes: [UInt8], as name: String, in store: any FileStore) async throws -> StoredFile {
        let writer = try await store.makeWriter(maximumSize: 1 << 20)
        try writer.write(bytes, at: 0)
        return try await writer.commit(as: name)
    }

    private func bytes(of name: String, _ range: Range<Int>, in store: any FileStore) async throws -> [UInt8] {
        try await store.read(name, range: range).reduce(into: []) { $0 += $1 }
    }

    private func names(in store: any FileStore) async throws -> [String] {
        var names: [String] = []
        var page = try await store.list(page: nil)
        names += page.files.map(\.name)
        while let next = page.next {
            page = try await store.list(page: next)
            names += page.files.map(\.name)
        }
        return names.sorted()
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `a file comes back as it was written, whole or in part`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            let content = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
            let stored = try await store(content, as: "a.wav", in: files)
            #expect(stored == StoredFile(name: "a.wav", size: 200_000))
            #expect(try await files.size(of: "a.wav") == 200_000)
            #expect(try await bytes(of: "a.wav", 0..<200_000, in: files) == content)
            #expect(try await bytes(of: "a.wav", 70_000..<70_003, in: files) == Array(content[70_000..<70_003]))
            #expect(try await bytes(of: "a.wav", 5..<5, in: files) == [])
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `chunks are bounded`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            try await store([UInt8](repeating: 7, count: 150_000), as: "a", in: files)
            let sizes = try await files.read("a", range: 10_000..<150_000).reduce(into: []) { $0.append($1.count) }
            #expect(sizes == [65_536, 65_536, 8928])
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `later pieces patch earlier ones`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            let writer = try await files.makeWriter(maximumSize: 10)
            try writer.write([1, 2, 3, 4], at: 0)
            try writer.write([7], at: 6)
            try writer.write([8, 9], at: 1)
            try writer.write([], at: 9)
            #expect(try await writer.commit(as: "a").size == 7)
            #expect(try await bytes(of: "a", 0..<7, in: files) == [1, 8, 9, 4, 0, 0, 7])
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `an empty file is a file`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            #expect(try await store([], as: "empty", in: files).size == 0)
            #expect(try await bytes(of: "empty", 0..<0, in: files) == [])
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `nothing is there before it is committed, or after it was discarded`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            let writer = try await files.makeWriter(maximumSize: 10)
            try writer.write([1], at: 0)
            #expect(try await names(in: files) == [])
            writer.discard()
            writer.discard()
            await #expect(throws: FileStoreError.finished) { try await writer.commit(as: "a") }
            #expect(throws: FileStoreError.finished) { try writer.write([1], at: 0) }
            await #expect(throws: FileStoreError.notFound) { try await files.size(of: "a") }
            await #expect(throws: FileStoreError.notFound) { try await files.read("a", range: 0..<1) }
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `a file is never replaced`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            try await store([1, 2], as: "a", in: files)
            await #expect(throws: FileStoreError.alreadyExists) { try await store([3], as: "a", in: files) }
            #expect(try await bytes(of: "a", 0..<2, in: files) == [1, 2])
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `of many who commit one name at once, one succeeds`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            let winners = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    group.addTask { (try? await store([UInt8(number)], as: "a", in: files)) != nil }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(winners == 1)
            #expect(try await files.size(of: "a") == 1)
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `a file that grows too large, or is written before its start, can't be committed`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            for (offset, count) in [(0, 11), (10, 1), (-1, 1), (Int.max, 1), (1 << 60, 1)] {
                let writer = try await files.makeWriter(maximumSize: 10)
                try writer.write([1], at: 0)
                #expect(throws: FileStoreError.tooLarge(maximum: 10)) { try writer.write([UInt8](repeating: 0, count: count), at: offset) }
                await #expect(throws: FileStoreError.tooLarge(maximum: 10)) { try await writer.commit(as: "a") }
            }
            #expect(try await names(in: files) == [])
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `no name leads out of the store`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            for name in ["../a", "/etc/passwd", ".", "a/../../b", ""] {
                await #expect(throws: FileStoreError.invalidName) { try await store([1], as: name, in: files) }
                await #expect(throws: FileStoreError.invalidName) { try await files.size(of: name) }
                await #expect(throws: FileStoreError.invalidName) { try await files.read(name, range: 0..<1) }
                await #expect(throws: FileStoreError.invalidName) { try await files.delete(name) }
            }
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `bytes that are not there can't be read`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            try await store([1, 2], as: "a", in: files)
            for range in [0..<3, 2..<5, -1..<1, 7..<7] {
                await #expect(throws: FileStoreError.outOfRange) { try await files.read("a", range: range) }
            }
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `what is deleted is gone, but for who reads it`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            try await store([1, 2], as: "a", in: files)
            let chunks = try await files.read("a", range: 0..<2)
            try await files.delete("a")
            try await files.delete("a")
            await #expect(throws: FileStoreError.notFound) { try await files.size(of: "a") }
            #expect(try await chunks.reduce(into: []) { $0 += $1 } == [1, 2])
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `a reader whose task is cancelled stops`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            try await store([1, 2], as: "a", in: files)
            let chunks = try await files.read("a", range: 0..<2)
            let reader = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await chunks.reduce(into: [UInt8]()) { $0 += $1 }
            }
            await #expect(throws: CancellationError.self) { try await reader.value }
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `the pages list every file once, with its time`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            let stored = (0..<300).map { "file-\($0).mp3" }
            for name in stored {
                try await store([1], as: name, in: files)
            }
            _ = try await files.makeWriter(maximumSize: 1)
            #expect(try await names(in: files) == stored.sorted())
            var page = try await files.list(page: nil)
            while page.files.isEmpty, let next = page.next {
                page = try await files.list(page: next)
            }
            let age = try #require(page.files.first).modified.distance(to: Date())
            #expect(abs(age) < 3600)
        }
    }

    @Test(arguments: FileStoreDriver.allCases)
    func `a sweep takes what was begun before a time, and no file`(driver: FileStoreDriver) async throws {
        try await withStore(driver) { files async throws in
            try await store([1], as: "a", in: files)
            let abandoned = try await files.makeWriter(maximumSize: 2)
            try abandoned.write([1, 2], at: 0)
            let (past, future) = (Date(timeIntervalSinceNow: -3600), Date(timeIntervalSinceNow: 3600))
            #expect(try await files.sweepTemporary(olderThan: past, isDryRun: false).isEmpty)
            for isDryRun in [true, true, false] {
                #expect(try await files.sweepTemporary(olderThan: future, isDryRun: isDryRun).map(\.size) == [2])
            }
            #expect(try await files.sweepTemporary(olderThan: future, isDryRun: true).isEmpty)
            await #expect(throws: FileStoreError.notFound) { try await abandoned.commit(as: "b") }
            #expect(try await names(in: files) == ["a"])
        }
    }
}
