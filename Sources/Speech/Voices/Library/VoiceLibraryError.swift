/// What is wrong with a row of a voice library.
public struct VoiceLibraryError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The row, counted from 1 with the one that names the columns.
    public var row: Int
    /// What is wrong, and what is expected.
    public var reason: String

    public var description: String {
        "row \(row): \(reason)"
    }
}
