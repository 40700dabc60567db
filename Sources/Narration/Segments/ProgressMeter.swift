import Synchronization

/// Adds up what is done of a narration's segments, by their weights.
final class ProgressMeter: Sendable {
    private let weights: [Int]
    private let total: Double
    private let share: Double
    private let report: @Sendable (Double) -> Void
    private let done = Mutex(0)

    /// - Parameter share: The part of the whole work that the segments are, 0 to 1.
    init(weights: [Int], share: Double, report: @escaping @Sendable (Double) -> Void) {
        self.weights = weights
        self.share = share
        self.report = report
        total = Double(max(1, weights.reduce(0, +)))
    }

    /// Notes that a segment is done.
    func finish(_ index: Int) {
        done.withLock { done in
            done += weights[index]
            report(share * Double(done) / total)
        }
    }
}
