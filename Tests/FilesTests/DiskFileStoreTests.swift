import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import Files

/// What only a disk does: folders, and its ways to fail.
@Suite struct DiskFileStoreTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func temporaryFiles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path + "/tmp")
    }

    private func mode(of path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
    }

    @Test func `a writer that is let go of leaves nothing`() async throws {
        let store = try DiskFileStore(folder: folder.path)
        do {
            let writer = try await store.makeWriter(maximumSize: 10)
            try writer.write([1], at: 0)
            #expect(try temporaryFiles().count == 1)
        }
        // The disk's thread that made it may hold it for a moment longer.
        #expect(try await eventually { try temporaryFiles() == [] })
    }

    @Test func `a commit leaves one file, for its owner alone`() async throws {
        let store = try DiskFileStore(folder: folder.path)
        let writer = try await store.makeWriter(maximumSize: 10)
        try writer.write([1], at: 0)
        _ = try await writer.commit(as: "a.mp3")
        #expect(try temporaryFiles() == [])
        let subfolder = try folder.path + "/files/" + FileName("a.mp3").subfolder
        #expect(mode(of: subfolder + "/a.mp3") == 0o600)
        #expect(mode(of: subfolder) == 0o700)
    }

    @Test func `a name that can't be used discards the file`() async throws {
        let store = try DiskFileStore(folder: folder.path)
        let writer = try await store.makeWriter(maximumSize: 10)
        await #expect(throws: FileStoreError.invalidName) { try await writer.commit(as: "../a") }
        #expect(try temporaryFiles() == [])
    }

    @Test func `what was stored is there after opening again`() async throws {
        let writer = try await DiskFileStore(folder: folder.path).makeWriter(maximumSize: 10)
        try writer.write([1, 2], at: 0)
        _ = try await writer.commit(as: "a")
        #expect(try await DiskFileStore(folder: folder.path).size(of: "a") == 2)
    }

    @Test func `a link in the store is not followed`() async throws {
        let store = try DiskFileStore(folder: folder.path)
        let subfolder = try folder.path + "/files/" + FileName("a").subfolder
        try FileManager.default.createSymbolicLink(atPath: subfolder + "/a", withDestinationPath: "/etc/passwd")
        await #expect(throws: FileStoreError.self) { try await store.size(of: "a") }
        let names = try DiskFolders.entries(of: subfolder).map(\.name)
        #expect(names == [])
    }

    /// `/dev/full` is a disk without any space.
    @Test(.enabled(if: access("/dev/full", W_OK) == 0, "this system has no /dev/full"))
    func `a full disk is told, and the file can't be committed`() async throws {
        let writer = try DiskFileWriter(
            FileDescriptor(opening: "/dev/full", O_WRONLY), temporaryPath: folder.path + "/tmp/a", folders: DiskFolders(beneath: folder.path),
            maximumSize: 10, queue: DiskQueue())
        #expect(throws: FileStoreError.full) { try writer.write([1], at: 0) }
        #expect(throws: FileStoreError.full) { try writer.write([1], at: 0) }
        await #expect(throws: FileStoreError.full) { try await writer.commit(as: "a") }
    }

    @Test func `a folder that is missing or none is told`() throws {
        let file = folder.path + "/file"
        try Data().write(to: URL(filePath: file))
        #expect(throws: FileStoreError.noFolder(file)) { try DiskFileStore(folder: file) }
        let missing = folder.path + "/missing"
        #expect(throws: FileStoreError.noFolder(missing)) { try DiskFileStore(folder: missing) }
        try FileManager.default.moveItem(atPath: file, toPath: folder.path + "/tmp")
        #expect(throws: FileStoreError.noFolder(folder.path + "/tmp")) { try DiskFileStore(folder: folder.path) }
    }

    /// Nobody can make a folder in `/sys`, not even root.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/sys/kernel"), "this system shows no /sys"))
    func `a folder that can't be written is told`() {
        #expect(throws: FileStoreError.readOnly) { try DiskFileStore(folder: "/sys") }
    }
}

/// Files of one folder in another.
@Suite struct DiskFileAdoptionTests {
    private let folders: [TemporaryFolder]

    init() throws {
        folders = [try TemporaryFolder(), try TemporaryFolder()]
    }

    private func store(_ bytes: [UInt8], as name: String, in files: DiskFileStore) async throws {
        let writer = try await files.makeWriter(maximumSize: 10)
        try writer.write(bytes, at: 0)
        _ = try await writer.commit(as: name)
    }

    private func size(_ name: String, in files: DiskFileStore) async -> Int? {
        try? await files.size(of: name)
    }

    @Test func `a file that is taken on outlives its first place, and replaces none`() async throws {
        let (old, new) = (try DiskFileStore(folder: folders[0].path), try DiskFileStore(folder: folders[1].path))
        try await store([1, 2], as: "a", in: old)
        try await store([1], as: "b", in: old)
        try await store([1, 2, 3], as: "b", in: new)
        #expect(try await new.adopt(["a", "b", "c"], from: old) == ["c"])
        try await new.sync()
        try await old.delete("a")
        #expect(await size("a", in: new) == 2)
        #expect(await size("b", in: new) == 3)
        #expect(await size("c", in: new) == nil)
        await #expect(throws: FileStoreError.invalidName) { try await new.adopt(["../a"], from: old) }
    }
}
