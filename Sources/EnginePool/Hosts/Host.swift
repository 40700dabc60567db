import EngineProtocol
import Foundation
import Synchronization

/// One host process: started when it is needed, replaced when it is lost. It blocks a thread of its own.
actor Host {
    private let configuration: EnginePoolConfiguration
    private let executor = ThreadExecutor(label: "mynah.host")
    private var process: ChildProcess?
    private var greeting: HostGreeting?
    /// What may be killed from outside while this actor's thread waits for the host.
    private let target = Mutex<Target>(Target())

    private struct Target {
        var processID: Int32?
        var request = 0
        var isFinished = true
        var isCancelled = false
    }

    init(configuration: EnginePoolConfiguration) {
        self.configuration = configuration
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// The process's id while it runs.
    nonisolated var processID: Int32? {
        target.withLock { $0.processID }
    }

    /// Starts the process if it does not run, waits until its engines are loaded, and answers what it says of itself.
    @discardableResult
    func start() throws -> HostGreeting {
        if let greeting, process != nil { return greeting }
        let started = try ChildProcess(configuration: configuration)
        do {
            let greeting = try Self.greeting(of: started)
            self.greeting = greeting
            process = started
            target.withLock { $0.processID = started.id }
            return greeting
        } catch {
            started.end()
            throw error
        }
    }

    /// Ends the process; a later request starts another.
    func stop() {
        target.withLock { $0.processID = nil }
        process?.end()
        process = nil
    }

    /// Does `work` with the process. Where the caller's task is cancelled, the process is killed.
    func run<Result: Sendable>(_ work: @Sendable (FrameChannel) throws -> Result) async throws -> Result {
        let request = target.withLock { target in
            target.request += 1
            target.isFinished = false
            target.isCancelled = false
            return target.request
        }
        return try await withTaskCancellationHandler {
            try perform(work)
        } onCancel: {
            cancel(request)
        }
    }

    private func perform<Result: Sendable>(_ work: @Sendable (FrameChannel) throws -> Result) throws -> Result {
        try start()
        guard let process else { throw HostLoss.closed }
        do {
            if target.withLock({ $0.isCancelled }) { throw CancellationError() }
            let result = try work(process.channel)
            // Cancelled at the last moment, the process has been killed, though the result is there.
            if finishRequest() { throw CancellationError() }
            return result
        } catch let failure as HostFailure where !finishRequest() {
            throw failure
        } catch {
            // Whatever happened, the process may be in mid-answer: nobody else can use it.
            stop()
            if finishRequest() { throw CancellationError() }
            throw process.loss(after: error)
        }
    }

    /// From here on the process is not killed for this request's sake; answers whether it has been.
    private func finishRequest() -> Bool {
        target.withLock { target in
            target.isFinished = true
            return target.isCancelled
        }
    }

    private nonisolated func cancel(_ request: Int) {
        target.withLock { target in
            guard target.request == request, !target.isFinished else { return }
            target.isCancelled = true
            if let id = target.processID { ChildProcess.kill(id) }
        }
    }

    private static func greeting(of process: ChildProcess) throws -> HostGreeting {
        do {
            guard let frame = try process.channel.read() else { throw EnginePoolError.hostDidNotStart("it ended at once") }
            if frame.kind == .failed { throw EnginePoolError.hostDidNotStart(try frame.message(HostFailure.self).message) }
            let greeting = try frame.message(HostGreeting.self)
            guard greeting.version == HostGreeting.currentVersion else { throw EnginePoolError.hostDidNotStart("it is of another version") }
            return greeting
        } catch let error as FrameError {
            throw EnginePoolError.hostDidNotStart("its greeting did not come (\(error))")
        }
    }
}
