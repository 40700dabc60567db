/// What a host tells of a file that it finished.
public struct FinishedReport: Sendable, Codable, Hashable {
    /// The audio's length in seconds.
    public var duration: Double
    /// The file's length in bytes.
    public var size: Int

    /// A file of `size` bytes that plays for `duration` seconds.
    public init(duration: Double, size: Int) {
        self.duration = duration
        self.size = size
    }
}
