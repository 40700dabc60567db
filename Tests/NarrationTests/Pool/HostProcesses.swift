import Foundation

/// What the system tells of processes.
enum HostProcesses {
    /// Whether there is such a process.
    static func isRunning(_ id: Int32) -> Bool {
        kill(id, 0) == 0
    }

    /// The value of a line of `/proc/ID/status`: `Seccomp`, `VmSize`.
    static func status(_ key: String, of id: Int32) throws -> String? {
        let lines = try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8).split(separator: "\n")
        return lines.first { $0.hasPrefix(key + ":") }.map { $0.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces) }
    }

    /// A process's address space, in bytes.
    static func addressSpace(of id: Int32) throws -> Int {
        let kilobytes = try status("VmSize", of: id)?.split(separator: " ").first.flatMap { Int($0) }
        return (kilobytes ?? 0) << 10
    }
}
