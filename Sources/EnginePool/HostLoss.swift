/// How a host was lost.
public enum HostLoss: Error, Sendable, Hashable {
    /// It closed its pipes and ended by itself, with this exit code.
    case exited(Int32)
    /// A signal ended it.
    case killed(signal: Int32)
    /// It stood still for longer than it may.
    case hung
    /// It wrote what the protocol does not allow.
    case brokeProtocol
    /// It closed its pipes; nothing more is known.
    case closed

    /// What it did, as the end of a sentence.
    public var message: String {
        switch self {
        case .exited(let code) where code > 128: "crashed (signal \(code - 128))"
        case .exited(let code): "ended (code \(code))"
        case .killed(let signal): "was killed (signal \(signal))"
        case .hung: "stood still"
        case .brokeProtocol: "answered nonsense"
        case .closed: "ended"
        }
    }
}
