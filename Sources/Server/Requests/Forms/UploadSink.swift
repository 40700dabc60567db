import Files
import Multipart

/// Writes the files of a form to the disk; nil becomes of those that nobody asked for.
struct UploadSink: FormFileSink {
    private let accepted: AcceptedFiles
    private var file: UploadedFile?

    init(_ accepted: AcceptedFiles) {
        self.accepted = accepted
    }

    mutating func begin(_ part: MultipartPart) async throws {
        guard accepted.names.contains(part.name) else { return }
        file = UploadedFile(name: part.fileName ?? "", content: try await TemporaryFile.make(in: accepted.folder))
    }

    func write(_ bytes: ArraySlice<UInt8>) async throws {
        try await file?.content.append(bytes)
    }

    mutating func end() -> UploadedFile? {
        defer { file = nil }
        return file
    }
}
