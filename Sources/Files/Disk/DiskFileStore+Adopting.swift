#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

/// Files of one folder in another, without another copy of their bytes where that can be.
extension DiskFileStore {
    /// Takes on files of another store under their names; those that are here already stay as they are.
    ///
    /// They survive a loss of power after ``sync()``.
    ///
    /// - Returns: The names that the other store has no files of.
    /// - Throws: ``FileStoreError``.
    public func adopt(_ names: [String], from other: DiskFileStore) async throws -> [String] {
        let names = try names.map { try FileName($0) }
        return try await queue.run { [folders, others = other.folders] in
            try names.filter { try !folders.adopt($0, from: others) }.map(\.string)
        }
    }

    /// Waits until everything that was written is on the disk.
    public func sync() async throws {
        try await queue.run { syncDisks() }
    }

    /// Whether `path`, beneath the folder of a store, is that of a file it could have, or of a folder for such.
    public static func keeps(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count > 1, parts.count <= 3, parts[0] == "files" else {
            return false
        }
        if parts.last == "" {
            return parts.count == 2 || (0..<FileName.subfolderCount).contains { FileName.subfolder($0) == parts[1] }
        }
        return parts.count == 3 && (try? FileName(parts[2]))?.subfolder == parts[1]
    }
}

/// All disks: Swift does not see the call for one file system, and a call for each of a million files would take hours.
private func syncDisks() {
    sync()
}
