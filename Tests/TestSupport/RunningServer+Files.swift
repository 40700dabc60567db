import Foundation

extension RunningServer {
    /// The names of the files that the server has stored.
    public var storedFiles: [String] {
        Self.entries(of: data + "/files").flatMap { Self.entries(of: "\(data)/files/\($0)") }
    }

    /// The names of the files that it has begun and not stored.
    public var temporaryFiles: [String] {
        Self.entries(of: data + "/tmp")
    }

    /// The names of the folders in which it keeps the parts of what is being spoken.
    public var workFolders: [String] {
        Self.entries(of: data + "/work")
    }

    /// What a folder holds: nothing where it is gone, as folders go while a server runs.
    private static func entries(of folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}
