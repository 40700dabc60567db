import Foundation

/// The right to work on a data folder as a whole, which one program at a time has beside the server: to back it up, restore it, sweep it.
struct Maintenance {
    /// An empty folder in it for what is prepared; it goes with this.
    let folder: URL
    /// Held for as long as this is.
    private let lock: FolderLock

    /// Takes the right, and clears away what one that was killed has left.
    ///
    /// - Throws: ``CommandFailure`` when another program has it, or the folder can't be written.
    init(of dataFolder: URL) throws {
        lock = try FolderLock(
            file: dataFolder.appendingPathComponent("maintenance.lock"),
            isTaken: "Another backup, restore or sweep is at work on \(dataFolder.path): try again when it is done.")
        folder = dataFolder.appendingPathComponent("staging", isDirectory: true)
        clear()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    /// Removes what was prepared.
    func clear() {
        try? FileManager.default.removeItem(at: folder)
    }
}
