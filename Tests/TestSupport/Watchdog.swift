import Foundation

/// Kills a process, and removes its folder, when the tests end without having done so, however they end.
final class Watchdog: Sendable {
    private let pipe: NamedPipe
    private let process: SpawnedProcess

    /// Watches over the process `id` and its folder.
    init(over id: Int32, in folder: TemporaryFolder) throws {
        pipe = try NamedPipe(in: folder.url, O_RDWR)
        // The pipe ends without a line only when this program is gone.
        process = try SpawnedProcess(
            "/bin/sh", ["-c", #"read line || { kill -KILL "$0"; rm -rf "$1"; }"#, "\(id)", folder.url.path],
            environment: ["PATH": "/usr/bin:/bin"], input: pipe.path)
    }

    deinit {
        _ = write(pipe.descriptor, "\n", 1)
    }
}
