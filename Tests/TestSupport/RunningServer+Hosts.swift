import Foundation

extension RunningServer {
    /// The processes of the server's engine hosts.
    public var hosts: [Int32] {
        Self.children(of: processID)
    }

    /// The hosts that are at work: a host does each piece of work in a child of its own.
    public var busyHosts: [Int32] {
        hosts.filter { !Self.children(of: $0).isEmpty }
    }

    /// Does something while no host gets anywhere. The server must have the patience for it: `MYNAH_ENGINES_PATIENCE`, in seconds.
    public func withStoppedHosts<Value>(_ body: () async throws -> Value) async throws -> Value {
        let hosts = hosts
        for host in hosts { Glibc.kill(host, SIGSTOP) }
        defer { for host in hosts { Glibc.kill(host, SIGCONT) } }
        return try await body()
    }

    private static func children(of parent: Int32) -> [Int32] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int32($0) } ?? []
        return processes.filter { id in
            // proc(5): the name, which may hold anything, stands in parentheses; the state and the parent's id follow.
            guard let status = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else { return false }
            let fields = status[(status.lastIndex(of: ")") ?? status.startIndex)...].split(separator: " ")
            return fields.count > 2 && fields[1] != "Z" && Int32(fields[2]) == parent
        }
    }
}
