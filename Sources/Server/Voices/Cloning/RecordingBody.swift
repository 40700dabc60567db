import Files
import Foundation
import Hummingbird

/// A recording that is a request's body.
enum RecordingBody {
    /// The body of a request, on the disk.
    ///
    /// - Throws: ``RequestError/bodyTooLarge(limit:)``, `FileStoreError`.
    static func read(_ request: Request) async throws -> TemporaryFile {
        let file = try await TemporaryFile.make(in: FileManager.default.temporaryDirectory.path)
        for try await buffer in request.body {
            let bytes = Array(buffer.readableBytesView)
            guard file.size + bytes.count <= RecordingField.sizeLimit else { throw RequestError.bodyTooLarge(limit: RecordingField.sizeLimit) }
            try await file.append(bytes[...])
        }
        return file
    }
}
