/// Why a backup can't be written or restored, in a sentence that says what to do.
public struct BackupError: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
