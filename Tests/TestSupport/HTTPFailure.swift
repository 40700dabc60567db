/// A request that got no answer.
public struct HTTPFailure: Error, CustomStringConvertible {
    /// What curl says of it.
    public let description: String
}
