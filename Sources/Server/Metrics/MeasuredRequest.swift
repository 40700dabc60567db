import HTTPTypes
import Synchronization

/// A request under way. It ends, and is counted, when nobody holds it any more.
final class MeasuredRequest: Sendable {
    private let metrics: RequestMetrics
    private let method: HTTPRequest.Method
    private let started = ContinuousClock.now
    private let answer = Mutex<(route: String?, status: HTTPResponse.Status)?>(nil)

    /// A request that begins now.
    init(_ method: HTTPRequest.Method, in metrics: RequestMetrics) {
        self.method = method
        self.metrics = metrics
        metrics.begin(method)
    }

    /// Notes by which route it is answered, if there is one, and with which status.
    func isAnswered(by route: String?, with status: HTTPResponse.Status) {
        answer.withLock { $0 = (route, status) }
    }

    deinit {
        metrics.end(method)
        guard let (route, status) = answer.withLock({ $0 }) else { return }
        metrics.count(route, method, status, after: .now - started)
    }
}
