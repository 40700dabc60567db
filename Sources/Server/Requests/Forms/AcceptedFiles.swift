import Foundation
import Multipart

/// The files that a form may carry.
struct AcceptedFiles: Sendable {
    /// The fields that may be files. Files at others are read and dropped.
    let names: Set<String>
    /// The size of each, in bytes.
    let sizeLimit: Int
    /// Where they wait, in files without names.
    let folder: String

    /// - Parameter folder: The system's place for temporary files (`TMPDIR`), unless another is given.
    init(_ names: Set<String>, sizeLimit: Int, folder: String = FileManager.default.temporaryDirectory.path) {
        self.names = names
        self.sizeLimit = sizeLimit
        self.folder = folder
    }

    /// None.
    static let none = AcceptedFiles([], sizeLimit: 0)

    /// What a form with these files may take up: beside them as much as a JSON body.
    var formLimits: MultipartLimits {
        MultipartLimits(
            parts: 64, headerBytes: 8 << 10, fieldBytes: 64 << 10, fileBytes: names.isEmpty ? RequestFields.bodyLimit : sizeLimit,
            bodyBytes: RequestFields.bodyLimit + names.count * sizeLimit)
    }
}
