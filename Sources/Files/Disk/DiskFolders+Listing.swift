#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#endif

extension DiskFolders {
    /// The files in a folder; none where there is no such folder.
    ///
    /// - Throws: ``FileStoreError``.
    static func entries(of folder: String) throws(FileStoreError) -> [FilePage.Entry] {
        guard let listing = opendir(folder) else {
            if errno == ENOENT {
                return []
            }
            throw .last
        }
        defer { closedir(listing) }
        var entries: [FilePage.Entry] = []
        while true {
            errno = 0
            guard let entry = readdir(listing) else {
                if errno == 0 {
                    return entries
                }
                throw .last
            }
            if let name = name(of: entry), let file = file(name, in: folder) {
                entries.append(file)
            }
        }
    }

    /// The entry's name, where it is one a file of a store can have.
    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
        // Read through the pointer: an entry can be shorter than its type says.
        let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
        let characters = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
        return String(validatingCString: characters).flatMap { try? FileName($0).string }
    }

    /// A regular file; nil where it is gone, or something else.
    private static func file(_ name: String, in folder: String) -> FilePage.Entry? {
        var status = stat()
        guard lstat("\(folder)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        let modified = Date(timeIntervalSince1970: Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9)
        return FilePage.Entry(name: name, size: Int(status.st_size), modified: modified)
    }
}
