import HTTPTypes
import Metrics
import Synchronization

/// How many requests there were, how long they took, and how many are under way.
final class RequestMetrics: Sendable {
    private struct Endpoint: Hashable {
        var route: String?
        var method: HTTPRequest.Method?
        var status: HTTPResponse.Status
    }

    private struct Series {
        let requests: Counter
        let duration: Metrics.Timer
    }

    private struct State {
        var active: [HTTPRequest.Method?: Meter] = [:]
        var endpoints: [Endpoint: Series] = [:]
    }

    /// To make a series anew takes longer than to answer; there are not many, since routes, methods and statuses are the server's own.
    private let state = Mutex(State())

    /// The methods that are told apart: a client may think of any.
    private static let methods: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]

    /// Notes that a request has begun.
    func begin(_ method: HTTPRequest.Method) {
        active(method).increment()
    }

    /// Notes that a request is over.
    func end(_ method: HTTPRequest.Method) {
        active(method).decrement()
    }

    /// Counts a request.
    ///
    /// - Parameter route: The route that answered it, as it is declared; nil for none.
    func count(_ route: String?, _ method: HTTPRequest.Method, _ status: HTTPResponse.Status, after duration: Duration) {
        let series = series(of: Endpoint(route: route, method: Self.known(method), status: status))
        series.requests.increment()
        series.duration.recordNanoseconds(Int64(duration / .nanoseconds(1)))
    }

    private func active(_ method: HTTPRequest.Method) -> Meter {
        let method = Self.known(method)
        return state.withLock { state in
            if let meter = state.active[method] { return meter }
            let meter = Meter(label: "http.server.active_requests", dimensions: [Self.label(method)])
            state.active[method] = meter
            return meter
        }
    }

    private func series(of endpoint: Endpoint) -> Series {
        state.withLock { state in
            if let series = state.endpoints[endpoint] { return series }
            let labels = [
                ("http.route", endpoint.route ?? "Unknown"), Self.label(endpoint.method), ("http.response.status_code", "\(endpoint.status.code)"),
            ]
            let series = Series(
                requests: Counter(label: "hb.requests", dimensions: labels),
                duration: Metrics.Timer(label: "http.server.request.duration", dimensions: labels, preferredDisplayUnit: .seconds))
            state.endpoints[endpoint] = series
            return series
        }
    }

    private static func known(_ method: HTTPRequest.Method) -> HTTPRequest.Method? {
        methods.contains(method) ? method : nil
    }

    private static func label(_ method: HTTPRequest.Method?) -> (String, String) {
        ("http.request.method", method?.rawValue ?? "other")
    }
}
