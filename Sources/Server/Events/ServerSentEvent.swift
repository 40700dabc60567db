/// A piece of an event stream (the HTML standard, section 9.2).
enum ServerSentEvent: Sendable, Hashable {
    /// How long a client is to wait before it connects again, in milliseconds, and from where it goes on until it has seen an event.
    case opening(retry: Int, id: String)
    /// Something happened. The data has no line breaks.
    case event(name: String, id: String, data: String)
    /// What clients pass over, of one line.
    case comment(String)

    /// The piece as it is sent.
    var text: String {
        switch self {
        case .opening(let retry, let id): "retry: \(retry)\nid: \(id)\n\n"
        case .event(let name, let id, let data): "event: \(name)\nid: \(id)\ndata: \(data)\n\n"
        case .comment(let comment): ": \(comment)\n\n"
        }
    }
}
