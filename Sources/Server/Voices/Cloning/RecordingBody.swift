import Crypto
import Files
import Foundation
import Hummingbird

/// A recording that is a request's body.
struct RecordingBody: Sendable {
    /// Its bytes, on the disk.
    let file: TemporaryFile
    /// A hash of them, which tells them from others.
    let hash: String

    /// Reads the body of a request.
    ///
    /// - Throws: ``RequestError/bodyTooLarge(limit:)``, `FileStoreError`.
    static func read(_ request: Request) async throws -> RecordingBody {
        let file = try await TemporaryFile.make(in: FileManager.default.temporaryDirectory.path)
        var hasher = SHA256()
        for try await buffer in request.body {
            let bytes = Array(buffer.readableBytesView)
            guard file.size + bytes.count <= RecordingField.sizeLimit else { throw RequestError.bodyTooLarge(limit: RecordingField.sizeLimit) }
            hasher.update(data: bytes)
            try await file.append(bytes[...])
        }
        return RecordingBody(file: file, hash: Data(hasher.finalize()).base64EncodedString())
    }
}
