/// Why a host could not do what it was asked, though it is well itself: trying again would not help.
public struct HostFailure: Error, Sendable, Codable, Hashable {
    /// Whose fault it is.
    public enum Kind: String, Sendable, Codable {
        /// Something is wrong here: with an engine, a codec, the installation.
        case trouble
        /// What was sent can't be used: a recording.
        case refusal
        /// What was sent is a file of a kind that is not taken.
        case wrongFormat
    }

    /// What to tell the person.
    public var message: String
    /// Whose fault it is.
    public var kind: Kind

    /// A failure that `message` explains: trouble, unless it is a refusal.
    public init(message: String, kind: Kind = .trouble) {
        self.message = message
        self.kind = kind
    }
}
