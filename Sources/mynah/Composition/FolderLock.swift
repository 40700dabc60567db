import Foundation

/// Keeps a second program from the same work on a data folder, for as long as this lives.
final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock of a server.
    ///
    /// - Throws: ``CommandFailure`` when another server has it, or the folder can't be written.
    static func ofServer(_ folder: URL) throws -> FolderLock {
        try FolderLock(
            file: folder.appendingPathComponent("server.lock"),
            isTaken: "Another server uses \(folder.path): stop it, or choose another data folder with --data.")
    }

    /// Takes a lock.
    ///
    /// - Parameters:
    ///   - file: What is locked; it is made if it is missing, and stays.
    ///   - isTaken: What to say where another program has it.
    /// - Throws: ``CommandFailure``.
    init(file: URL, isTaken: String) throws {
        descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CommandFailure("\(file.path) can't be written: check who may write in the data folder.") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw CommandFailure(isTaken)
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
