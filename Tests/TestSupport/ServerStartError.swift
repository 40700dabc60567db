/// A server that was to listen did not.
public struct ServerStartError: Error, CustomStringConvertible {
    /// What it said.
    public let description: String
}
