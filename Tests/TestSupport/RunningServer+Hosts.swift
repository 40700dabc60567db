import Foundation

extension RunningServer {
    /// The processes of the server's engine hosts.
    public var hosts: [Int32] {
        let processes = RunningProcess.all
        return processes.filter { $0.parent == processID }.map(\.id)
    }

    /// The hosts that are at work: a host does each piece of work in a child of its own.
    public var busyHosts: [Int32] {
        let processes = RunningProcess.all
        let parents = Set(processes.map(\.parent))
        return processes.filter { $0.parent == processID && parents.contains($0.id) }.map(\.id)
    }

    /// Does something while no host gets anywhere. The server must have the patience for it: `MYNAH_ENGINES_PATIENCE`, in seconds.
    public func withStoppedHosts<Value>(_ body: () async throws -> Value) async throws -> Value {
        let hosts = hosts
        for host in hosts { Glibc.kill(host, SIGSTOP) }
        defer { for host in hosts { Glibc.kill(host, SIGCONT) } }
        return try await body()
    }

    /// The next piece of work that a host begins, brought to a stand in its midst; nil where none is begun. The server must have the patience for it.
    ///
    /// It is looked for from when this is called, and on a thread of its own: however busy the tests are, they do not miss it.
    public func nextWork() -> Task<StandingWork?, Never> {
        let (works, found) = AsyncStream.makeStream(of: StandingWork?.self)
        Thread.detachNewThread { [processID] in
            let deadline = ContinuousClock.now + .seconds(RawConnection.patience)
            var work: StandingWork?
            while work == nil, .now < deadline { work = StandingWork(ofHostsOf: processID) }
            found.yield(work)
            found.finish()
        }
        return Task { await works.first { _ in true } ?? nil }
    }
}
