/// Why a request has no answer.
public enum WebClientError: Error, Sendable, Hashable {
    /// The host is at an address that may not be connected to.
    case refusedAddress(IPAddress)
    /// The host's name leads nowhere.
    case unresolvable
    /// Nobody listens there, or nobody can be reached.
    case notConnected
    /// The other side can't be trusted, or speaks no TLS of today; what libcurl says of it.
    case notTrusted(String)
    /// There was no answer in time.
    case timedOut
    /// What came is no answer of HTTP, or more of it than is read; what libcurl says of it.
    case malformedAnswer(String)
    /// What it is to be sent to is no URL that requests are sent to.
    case malformedURL
    /// Whoever asked does not want it any more.
    case cancelled

    /// A sentence that says what went wrong.
    public var message: String {
        switch self {
        case .refusedAddress(let address): "The host is at \(address), an address that may not be connected to."
        case .unresolvable: "The host's name can't be resolved."
        case .notConnected: "The host can't be connected to."
        case .notTrusted(let reason): "No secure connection: \(reason)."
        case .timedOut: "There was no answer in time."
        case .malformedAnswer(let reason): "There was no proper answer: \(reason)."
        case .malformedURL: "The URL is not one that requests are sent to."
        case .cancelled: "The request was given up."
        }
    }
}
