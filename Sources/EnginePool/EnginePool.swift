import EngineProtocol
import Speech

/// A pool of host processes, which run the engines and codecs away from this process.
///
/// A request gets a host to itself. A host that dies, stands still or breaks the protocol is replaced, and its request is tried again on a new one;
/// a request that is cancelled has its host killed.
public actor EnginePool {
    private let configuration: EnginePoolConfiguration
    private let hosts: [Host]
    private var idle: [Host]
    private var waiting: [Waiter] = []
    private var nextWaiter = 0

    private struct Waiter {
        var id: Int
        var continuation: CheckedContinuation<Host, any Error>
    }

    /// A pool whose hosts start when they are first needed, or with ``start()``.
    public init(configuration: EnginePoolConfiguration) {
        self.configuration = configuration
        hosts = (0..<max(1, configuration.size)).map { _ in Host(configuration: configuration) }
        idle = hosts
    }

    /// Starts every host, so that the first request finds them warm.
    ///
    /// - Returns: What the hosts say of themselves.
    /// - Throws: ``EnginePoolError`` if one does not start.
    @discardableResult
    public func start() async throws -> HostGreeting {
        try await withThrowingTaskGroup(of: HostGreeting.self) { group in
            for host in hosts {
                group.addTask { try await host.start() }
            }
            var last: HostGreeting?
            for try await greeting in group { last = greeting }
            guard let last else { throw EnginePoolError.hostDidNotStart("there is none") }
            return last
        }
    }

    /// Ends every host.
    public func stop() async {
        for host in hosts { await host.stop() }
    }

    /// The process ids of the hosts that run.
    public var processIDs: [Int32] {
        hosts.compactMap(\.processID)
    }

    /// How many hosts there are.
    public nonisolated var size: Int {
        hosts.count
    }

    /// Does `work` with a host: on a thread of its own, which it may block.
    ///
    /// `work` is called again, from its start, when the host was lost in the midst of it.
    ///
    /// - Throws: ``HostFailure`` when the host says that the request can't be done, ``EnginePoolError`` when hosts were lost over it as often as the
    ///   configuration allows, `CancellationError`, and whatever `work` throws of its own.
    public func perform<Result: Sendable>(_ work: @escaping @Sendable (FrameChannel) throws -> Result) async throws -> Result {
        var loss: HostLoss?
        for _ in 0..<max(1, configuration.attempts) {
            let host = try await borrow()
            defer { giveBack(host) }
            do {
                return try await host.run(work)
            } catch let error as HostLoss {
                try Task.checkCancellation()
                loss = error
            }
        }
        throw EnginePoolError.hostsLost(attempts: configuration.attempts, last: loss ?? .closed)
    }

    private func borrow() async throws -> Host {
        try Task.checkCancellation()
        if let host = idle.popLast() { return host }
        nextWaiter += 1
        let id = nextWaiter
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                if Task.isCancelled {
                    continuation.resume(throwing: CancellationError())
                } else {
                    waiting.append(Waiter(id: id, continuation: continuation))
                }
            }
        } onCancel: {
            Task { await self.abandon(id) }
        }
    }

    private func giveBack(_ host: Host) {
        if waiting.isEmpty {
            idle.append(host)
        } else {
            waiting.removeFirst().continuation.resume(returning: host)
        }
    }

    private func abandon(_ id: Int) {
        guard let index = waiting.firstIndex(where: { $0.id == id }) else { return }
        waiting.remove(at: index).continuation.resume(throwing: CancellationError())
    }
}
