import Files
import Platform
import Speech

/// A file of a form that somebody is to be cloned from.
struct RecordingField: Sendable {
    /// The recording.
    let recording: SentRecording
    /// A hash of its bytes, which tells it from others.
    let hash: String

    /// The largest recording, in bytes.
    static let sizeLimit = 20 << 20
    /// The longest name of a file, in characters.
    private static let nameLimit = 255

    /// The file of a form.
    ///
    /// - Throws: ``RequestError`` where there is none, or nothing in it, or its name is more than that.
    init(_ name: String, of fields: RequestFields) async throws {
        guard let file = try fields.file(name) else { throw RequestError.invalid(field: name, "is required: a file, in multipart/form-data") }
        guard file.name.count <= Self.nameLimit else {
            throw RequestError.invalid(field: name, "is a file whose name has at most \(Self.nameLimit) characters")
        }
        guard file.name.isOneLine else {
            throw RequestError.invalid(field: name, "is a file whose name holds no control characters and no marks that turn its direction")
        }
        guard !file.name.contains(where: { "/\\\0".contains($0) }) else {
            throw RequestError.invalid(field: name, "is a file whose name holds a path: send the name alone")
        }
        guard file.content.size > 0 else { throw RequestError.invalid(field: name, "is an empty file: send a recording") }
        recording = SentRecording(title: file.name, file: file.content)
        hash = try await recording.hash()
    }
}
