import Synchronization

/// A sum that callbacks add to.
final class Total: Sendable {
    private let sum = Mutex(0)

    /// Adds an amount; answers the sum, or the largest number where it would be beyond that.
    func add(_ amount: Int) -> Int {
        sum.withLock { sum in
            let (next, isBeyond) = sum.addingReportingOverflow(amount)
            sum = isBeyond ? .max : next
            return sum
        }
    }
}
