import Files
import Foundation

/// A folder with what a backup holds, laid out as a data folder is: while it is prepared, and after it is unpacked.
struct BackupFolder: Sendable {
    let url: URL

    static let manifestName = "manifest.json"
    static let databaseName = "mynah.db"
    static let filesName = "files"

    var manifest: URL { url.appendingPathComponent(Self.manifestName) }
    var database: URL { url.appendingPathComponent(Self.databaseName) }

    /// The folder's files of audio.
    ///
    /// - Throws: `FileStoreError`.
    func store() throws -> DiskFileStore {
        try DiskFileStore(folder: url.path)
    }

    /// The size of a file, in bytes; nil where there is none.
    static func size(of file: URL) -> Int? {
        try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize
    }
}
