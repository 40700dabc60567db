/// A recording in memory.
public struct RecordingBytes: RecordingSource {
    private let bytes: [UInt8]

    /// A recording that is a file of these bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    public var size: Int { bytes.count }

    public func read(at offset: Int, count: Int) -> [UInt8] {
        Array(bytes.dropFirst(offset).prefix(count))
    }
}
