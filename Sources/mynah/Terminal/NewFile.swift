import Foundation

/// A file that appears under its name when it is whole, in nothing's place, for this user alone.
final class NewFile: Sendable {
    /// Where it is written.
    let handle: FileHandle
    private let partial: URL
    private let destination: URL

    /// Begins a file that is to be at `path`.
    ///
    /// - Throws: ``CommandFailure`` where there is one already, or none can be written.
    init(_ path: String) throws {
        destination = URL(fileURLWithPath: path)
        partial = destination.deletingLastPathComponent().appendingPathComponent(".\(destination.lastPathComponent).\(UUID().uuidString).partial")
        guard access(destination.path, F_OK) != 0 else { throw Self.isTaken(path) }
        let descriptor = open(partial.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(path) }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit {
        unlink(partial.path)
    }

    /// Gives the file its name: once this returns, it survives a loss of power.
    ///
    /// - Throws: ``CommandFailure``.
    func publish() throws {
        guard fsync(handle.fileDescriptor) == 0 else { throw Self.failure(destination.path) }
        // A second name, where there may be one, replaces nothing.
        if link(partial.path, destination.path) != 0 {
            guard errno != EEXIST, access(destination.path, F_OK) != 0 else { throw Self.isTaken(destination.path) }
            guard rename(partial.path, destination.path) == 0 else { throw Self.failure(destination.path) }
        }
        let folder = open(destination.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private static func isTaken(_ path: String) -> CommandFailure {
        CommandFailure("\(path) exists already, and nothing is overwritten: choose another name, or remove it first.")
    }

    private static func failure(_ path: String) -> CommandFailure {
        CommandFailure("\(path) can't be written: \(String(cString: strerror(errno))). Choose another place.")
    }
}
