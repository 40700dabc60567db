/// No engine process can be started now; it may be possible later.
public struct EnginesUnavailable: Error, Sendable, Hashable {
    /// What to tell the person.
    public let message: String

    init(_ message: String) {
        self.message = message
    }
}
