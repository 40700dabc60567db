import Foundation

/// A piece of work that a host has begun, and that stands still: it comes to no end by itself.
public struct StandingWork: Sendable {
    /// The host's process.
    public let host: Int32
    private let worker: Int32

    /// Brings work to a stand that a host of the server `server` is doing; nil where none is at work but on what stands still already.
    init?(ofHostsOf server: Int32) {
        let processes = RunningProcess.all
        let hosts = Set(processes.filter { $0.parent == server }.map(\.id))
        guard let found = processes.first(where: { hosts.contains($0.parent) && !$0.isStopped }) else { return nil }
        kill(found.id, SIGSTOP)
        // It may have come to its end first.
        var process = RunningProcess(found.id)
        while let now = process, now.parent == found.parent, !now.isStopped { process = RunningProcess(found.id) }
        guard process?.parent == found.parent else { return nil }
        (host, worker) = (found.parent, found.id)
    }

    /// Has the work go on.
    public func goOn() {
        kill(worker, SIGCONT)
    }
}
