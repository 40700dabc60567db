import Crypto
import Files
import Foundation
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

    /// A hash of its bytes, which tells it from others: SHA-256, in Base64.
    ///
    /// - Throws: `FileStoreError`.
    public func hash() async throws -> String {
        var hasher = SHA256()
        if size > 0 {
            for try await piece in file.chunks { hasher.update(data: piece) }
        }
        return Data(hasher.finalize()).base64EncodedString()
    }

    public func read(at offset: Int, count: Int) throws -> [UInt8] {
        try file.bytes(at: offset, count: count)
    }
}
