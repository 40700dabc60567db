/// Why the pool could not do a request.
public enum EnginePoolError: Error, Sendable, Hashable {
    /// A host did not start; its own words, or the system's.
    case hostDidNotStart(String)
    /// Hosts were lost over the request as often as it is tried.
    case hostsLost(attempts: Int, last: HostLoss)

    /// What to tell the person.
    public var message: String {
        switch self {
        case .hostDidNotStart(let reason):
            "An engine process did not start: \(reason). See that engines.memory-limit is large enough, and that espeak-ng-data is installed."
        case .hostsLost(let attempts, let last): "The speech engine \(last.message) on each of \(attempts) tries with this text."
        }
    }
}
