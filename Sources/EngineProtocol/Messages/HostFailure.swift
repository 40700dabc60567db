/// Why a host could not do what it was asked, though it is well itself: trying again would not help.
public struct HostFailure: Error, Sendable, Codable, Hashable {
    /// What to tell the person.
    public var message: String

    /// A failure that `message` explains.
    public init(message: String) {
        self.message = message
    }
}
