import Platform
import Synchronization

/// The time that a test's clock shows.
final class TestTime: Sendable {
    private let value: Mutex<Timestamp>

    init(_ now: Timestamp) {
        value = Mutex(now)
    }

    var now: Timestamp {
        get { value.withLock { $0 } }
        set { value.withLock { $0 = newValue } }
    }
}
