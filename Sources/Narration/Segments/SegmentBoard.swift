import Dispatch
import EngineProtocol
import Synchronization

/// Where the reports of segments are put up as they are spoken, and waited for, in any order, by a thread that may block.
final class SegmentBoard: Sendable {
    private let reports: Mutex<[SpokenReport?]>
    private let posted: [DispatchSemaphore]

    /// A board for `count` segments.
    init(count: Int) {
        reports = Mutex(Array(repeating: nil, count: count))
        posted = (0..<count).map { _ in DispatchSemaphore(value: 0) }
    }

    /// How many segments there are.
    var count: Int {
        posted.count
    }

    /// Puts up a segment's report.
    func post(_ report: SpokenReport, of index: Int) {
        reports.withLock { $0[index] = report }
        posted[index].signal()
    }

    /// Wakes who waits: there will be no more reports.
    func giveUp() {
        for semaphore in posted { semaphore.signal() }
    }

    /// A segment's report, waited for.
    ///
    /// - Throws: `CancellationError` when it will not come.
    func report(of index: Int) throws -> SpokenReport {
        posted[index].wait()
        // Whoever asks again finds it again.
        posted[index].signal()
        guard let report = reports.withLock({ $0[index] }) else { throw CancellationError() }
        return report
    }
}
