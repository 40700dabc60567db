import Synchronization

/// Gathers values from several threads.
final class Collected<Value: Sendable>: Sendable {
    private let list = Mutex<[Value]>([])

    /// What there is so far, in the order of arrival.
    var values: [Value] {
        list.withLock { $0 }
    }

    /// Adds a value, and answers how many there are.
    @discardableResult
    func append(_ value: Value) -> Int {
        list.withLock { list in
            list.append(value)
            return list.count
        }
    }
}
