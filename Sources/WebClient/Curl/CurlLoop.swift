import CCurl
import Foundation
import Synchronization

/// Runs all transfers on one thread, which is made with the first of them (libcurl's multi interface).
final class CurlLoop: Sendable {
    /// A request that waits to be sent, and who waits for its answer.
    struct Job: Sendable {
        let id: UInt64
        let request: WebRequest
        let finish: @Sendable (Result<WebAnswer, WebClientError>) -> Void
    }

    private struct Inbox {
        var new: [Job] = []
        var cancelled: [UInt64] = []
        var isClosed = false
        var nextID: UInt64 = 0
        var multi: CurlMulti?
    }

    private let rules: AddressRules
    private let timeLimit: Duration
    private let inbox = Mutex(Inbox())

    init(rules: AddressRules, timeLimit: Duration) {
        self.rules = rules
        self.timeLimit = timeLimit
    }

    /// Sends a request, and answers what became of it.
    func send(_ request: WebRequest) async -> Result<WebAnswer, WebClientError> {
        let id = inbox.withLock { inbox in
            inbox.nextID += 1
            return inbox.nextID
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                add(Job(id: id, request: request) { continuation.resume(returning: $0) })
            }
        } onCancel: {
            cancel(id)
        }
    }

    /// Ends the thread, and gives up what is under way.
    func close() {
        let multi = inbox.withLock { inbox in
            inbox.isClosed = true
            return inbox.multi
        }
        multi?.wake()
    }

    private func add(_ job: Job) {
        let (multi, isNew): (CurlMulti?, Bool) = inbox.withLock { inbox in
            // Its cancelling may have come, and gone, before it.
            guard !Task.isCancelled else { return (nil, false) }
            inbox.new.append(job)
            let isNew = inbox.multi == nil
            let multi = inbox.multi ?? CurlMulti()
            inbox.multi = multi
            return (multi, isNew)
        }
        guard let multi else { return job.finish(.failure(.cancelled)) }
        if isNew { Thread.detachNewThread { self.run(multi) } }
        multi.wake()
    }

    private func cancel(_ id: UInt64) {
        let multi = inbox.withLock { inbox in
            inbox.cancelled.append(id)
            return inbox.multi
        }
        multi?.wake()
    }

    private func run(_ multi: CurlMulti) {
        Self.blockPipeSignal()
        var transfers: [UInt64: CurlTransfer] = [:]
        while true {
            let inbox = takeInbox()
            for job in inbox.new { transfers[job.id] = multi.start(job, rules: rules, timeLimit: timeLimit) }
            for id in inbox.isClosed ? Array(transfers.keys) : inbox.cancelled {
                if let transfer = transfers.removeValue(forKey: id) { multi.end(transfer, .failure(.cancelled)) }
            }
            if inbox.isClosed { return }
            multi.perform { transfers[$0] = nil }
            multi.wait()
        }
    }

    private func takeInbox() -> Inbox {
        inbox.withLock { inbox in
            let taken = inbox
            inbox.new = []
            inbox.cancelled = []
            return taken
        }
    }

    /// A connection that the other side has closed must not end the program: not all that libcurl writes by asks for an error instead.
    private static func blockPipeSignal() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
