import Foundation

/// A pipe to or from a process that opens it by its path; only this program has it open beside that process.
final class NamedPipe: Sendable {
    /// Its path.
    let path: String
    /// This program's end.
    let descriptor: Int32

    /// Makes a pipe, and opens this program's end.
    ///
    /// - Parameters:
    ///   - folder: Where it is made; what it is called there, nobody else needs to know.
    ///   - mode: `O_RDONLY` to read what a process writes, `O_RDWR` to write what it reads.
    init(in folder: URL, _ mode: Int32) throws {
        path = folder.appendingPathComponent("pipe-\(UUID().uuidString)").path
        // Unlike pipe(2), this leaves no moment in which a process that is started elsewhere would inherit it.
        guard mkfifo(path, 0o600) == 0 else { throw SpawnError(path, code: errno) }
        descriptor = open(path, mode | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw SpawnError(path, code: errno) }
    }

    deinit {
        close(descriptor)
        unlink(path)
    }
}
