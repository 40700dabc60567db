import Files
import Narration

/// A recording that came with a request and waits on the disk.
public struct SentRecording: RecordingSource {
    /// What its file is called where it came from, which may be anything.
    public let title: String
    /// Its bytes.
    public let file: TemporaryFile

    /// A recording in `file`.
    public init(title: String, file: TemporaryFile) {
        self.title = title
        self.file = file
    }

    public var size: Int {
        file.size
    }

    public func read(at offset: Int, count: Int) throws -> [UInt8] {
        try file.bytes(at: offset, count: count)
    }
}
