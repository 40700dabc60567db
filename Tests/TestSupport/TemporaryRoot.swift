import Foundation

/// The folder of all the temporary folders of this run. It goes when the tests end, however they end: also with what a test did not let go of.
enum TemporaryRoot {
    /// Where it is.
    static var url: URL {
        get throws { try made.get().url }
    }

    private struct Root: Sendable {
        let url: URL
        /// Held for as long as the program runs.
        let pipe: NamedPipe
        let sweeper: SpawnedProcess
    }

    private static let made = Result { try make() }

    private static func make() throws -> Root {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("mynah-tests-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let pipe = try NamedPipe(in: url, O_RDWR)
        // The pipe ends only when this program is gone, by whatever signal. What it has started may be ending as well, and write a little longer.
        let script = #"trap '' HUP INT TERM; read line; for try in 1 2 3 4 5 6 7 8 9 10; do rm -rf "$0" && break; sleep 1; done"#
        let sweeper = try SpawnedProcess("/bin/sh", ["-c", script, url.path], environment: ["PATH": "/usr/bin:/bin"], input: pipe.path)
        return Root(url: url, pipe: pipe, sweeper: sweeper)
    }
}
