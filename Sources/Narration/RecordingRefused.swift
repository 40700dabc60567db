/// Why a recording can't be used; another recording is needed.
public struct RecordingRefused: Error, Sendable, Hashable {
    /// What to tell the person.
    public let message: String

    init(_ message: String) {
        self.message = message
    }
}
