/// Why the program `tar` did not do what it was told.
public enum TarError: Error, Hashable, Sendable {
    /// It is not installed.
    case missing
    /// It failed; what it said, in a line.
    case failed(String)
    /// The archive holds something that does not belong there; what `tar` shows of it.
    case unexpected(String)
}

extension TarError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing: "The program tar is missing. Install Debian's package tar."
        case .failed(let words): "tar failed: \(words)"
        case .unexpected(let line): "The archive holds something that does not belong there: \(line)"
        }
    }
}
