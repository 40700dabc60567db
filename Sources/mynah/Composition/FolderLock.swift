import Foundation

/// Keeps a second server from the same data folder, for as long as this process lives.
struct FolderLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock.
    ///
    /// - Throws: ``CommandFailure`` when another server has it, or the folder can't be written.
    init(folder: URL) throws {
        let path = folder.appendingPathComponent("server.lock").path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw CommandFailure("\(path) can't be written: check who may write in the data folder.") }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw CommandFailure("Another server uses \(folder.path): stop it, or choose another data folder with --data.")
        }
    }
}
