/// Why a recording can't be used; another recording is needed.
public struct RecordingRefused: Error, Sendable, Hashable {
    /// What to tell the person.
    public let message: String
    /// Whether it is a file of a kind that is not taken.
    public let isWrongFormat: Bool

    init(_ message: String, isWrongFormat: Bool = false) {
        self.message = message
        self.isWrongFormat = isWrongFormat
    }
}
