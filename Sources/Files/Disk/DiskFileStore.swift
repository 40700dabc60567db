#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Files on a disk, in two folders beneath one: `files` with the finished ones, spread over 256 subfolders, and `tmp` with those in the making.
///
/// Both must be on one file system. Nothing waits for the disk on a thread that tasks run on.
public final class DiskFileStore: FileStore {
    static let readFlags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK

    let folders: DiskFolders
    let queue = DiskQueue()

    /// Keeps files beneath `folder`, which must exist; the two folders in it are created, for this user alone. Blocks.
    ///
    /// - Throws: ``FileStoreError``: ``FileStoreError/noFolder(_:)`` where there is no such folder, ``FileStoreError/readOnly`` where it can't be
    ///   written.
    public init(folder: String) throws {
        folders = try DiskFolders(beneath: folder)
    }

    public func makeWriter(maximumSize: Int) async throws -> any FileWriter {
        try await queue.run { [folders, queue] in
            let path = "\(folders.temporary)/\(String(UInt128.random(in: 0...UInt128.max), radix: 16))"
            let file = try FileDescriptor(opening: path, O_WRONLY | O_CREAT | O_EXCL)
            return DiskFileWriter(file, temporaryPath: path, folders: folders, maximumSize: maximumSize, queue: queue)
        }
    }

    public func size(of name: String) async throws -> Int {
        let path = try path(of: name)
        return try await queue.run {
            try FileDescriptor(opening: path, Self.readFlags).size()
        }
    }

    public func read(_ name: String, range: Range<Int>) async throws -> FileChunks {
        let path = try path(of: name)
        return try await queue.run { [queue] in
            try FileChunks(of: DiskFileSource(path: path, range: range, queue: queue), range: range)
        }
    }

    public func delete(_ name: String) async throws {
        let path = try path(of: name)
        try await queue.run {
            try Self.remove(path)
        }
    }

    public func list(page: FilePage.Cursor?) async throws -> FilePage {
        let index = page.flatMap { Int($0.position) } ?? 0
        guard 0..<FileName.subfolderCount ~= index else {
            return FilePage(files: [], next: nil)
        }
        let folder = "\(folders.files)/\(FileName.subfolder(index))"
        let files = try await queue.run {
            try DiskFolders.entries(of: folder)
        }
        let isLast = index + 1 == FileName.subfolderCount
        return FilePage(files: files, next: isLast ? nil : FilePage.Cursor(position: String(index + 1)))
    }

    public func sweepTemporary(olderThan date: Date, isDryRun: Bool) async throws -> [FilePage.Entry] {
        try await queue.run { [folders] in
            let old = try DiskFolders.entries(of: folders.temporary).filter { $0.modified < date }
            for entry in old where !isDryRun {
                try Self.remove("\(folders.temporary)/\(entry.name)")
            }
            return old
        }
    }

    private func path(of name: String) throws -> String {
        try folders.path(of: FileName(name))
    }

    private static func remove(_ path: String) throws(FileStoreError) {
        if unlink(path) != 0, errno != ENOENT {
            throw .last
        }
    }
}
