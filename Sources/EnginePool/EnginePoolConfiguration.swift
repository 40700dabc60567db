/// How a pool runs its hosts.
public struct EnginePoolConfiguration: Sendable {
    /// The program that is a host when it is called with ``arguments``.
    public var executable: String
    /// The words that make it one.
    public var arguments: [String]
    /// How many hosts there are; one a core serves best.
    public var size: Int
    /// How long a host may stand still in the midst of a request before it counts as hung.
    public var patience: Duration
    /// How often a request is tried, in all, when hosts are lost over it.
    public var attempts: Int

    /// A configuration with 30 seconds of patience and 3 attempts unless they are given.
    public init(executable: String, arguments: [String], size: Int, patience: Duration = .seconds(30), attempts: Int = 3) {
        self.executable = executable
        self.arguments = arguments
        self.size = size
        self.patience = patience
        self.attempts = attempts
    }
}
