import EngineHost
import Foundation

/// `mynah host`, which people do not call: a process of the pool.
enum HostCommand {
    /// The words that start one with a memory limit, in bytes.
    static func arguments(memoryLimit: Int) -> [String] {
        [HostProcess.command, "\(memoryLimit)"]
    }

    /// Is a host until its input ends.
    static func run(_ arguments: ArraySlice<String>) -> Never {
        guard let memoryLimit = arguments.first.flatMap({ Int($0) }), memoryLimit > 0 else {
            try? FileHandle.standardError.write(contentsOf: Data("mynah host is started by mynah itself; see docs/engine-protocol.md.\n".utf8))
            exit(64)
        }
        HostProcess.run(memoryLimit: memoryLimit)
    }
}
