/// A request that got no answer, or not the one that was needed.
public struct HTTPFailure: Error, CustomStringConvertible {
    /// What curl or the server says of it.
    public let description: String

    /// A failure with what is said of it.
    public init(description: String) {
        self.description = description
    }
}
