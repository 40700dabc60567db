/// Why a text was not narrated; trying it again would not help.
public struct NarrationError: Error, Sendable, Hashable {
    /// What to tell the person.
    public let message: String

    init(_ message: String) {
        self.message = message
    }
}
