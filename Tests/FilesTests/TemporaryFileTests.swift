import FoundationEssentials
import TestSupport
import Testing

@testable import Files

@Suite struct TemporaryFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Files of the folder that this process has open.
    private func openFiles() throws -> [String] {
        let manager = FileManager.default
        return try manager.contentsOfDirectory(atPath: "/proc/self/fd").compactMap { number in
            try? manager.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(number)")
        }.filter { $0.hasPrefix(folder.path + "/") }
    }

    @Test func `what was written is read back`() async throws {
        let file = try await TemporaryFile.make(in: folder.path)
        #expect(file.size == 0)
        for try await _ in file.chunks { Issue.record("There is nothing to read.") }
        let bytes = (0..<150_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        try await file.append(bytes[..<100_000])
        try await file.append(bytes[100_000...])
        #expect(file.size == bytes.count)
        var read: [UInt8] = []
        for try await chunk in file.chunks { read += chunk }
        #expect(read == bytes)
    }

    @Test func `it has no name, and is gone when it is let go of`() async throws {
        do {
            let file = try await TemporaryFile.make(in: folder.path)
            try await file.append([1, 2, 3])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
            #expect(try openFiles().count == 1)
        }
        // The disk's thread that wrote it may hold it for a moment longer.
        #expect(try await eventually { try openFiles() == [] })
    }

    @Test func `a folder that is not there is named in the error`() async {
        await #expect(throws: FileStoreError.noFolder("/nowhere/at/all")) { try await TemporaryFile.make(in: "/nowhere/at/all") }
    }
}
