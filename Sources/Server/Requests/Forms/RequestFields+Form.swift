import HTTPTypes
import Hummingbird
import Multipart

extension RequestFields {
    /// The fields of a body that is a form (`multipart/form-data`), or of a JSON body where the `Content-Type` is another and no files are accepted.
    ///
    /// A name is given once. Files wait on the disk for as long as somebody holds them.
    ///
    /// - Throws: ``RequestError`` for a form that is malformed or too large, and as ``init(json:)`` does; `FileStoreError`.
    init(form request: Request, files: AcceptedFiles = .none) async throws {
        guard let contentType = request.headers[.contentType], contentType.lowercased().hasPrefix("multipart/") else {
            if let file = files.names.min() { throw RequestError.invalid(field: file, Self.fileExpectation) }
            try await self.init(json: request)
            return
        }
        do {
            let reader = FormReader(boundary: try MultipartBoundary(contentType: contentType), limits: files.formLimits)
            var sink = UploadSink(files)
            self.init(MultipartFields(try await reader.read(request.body.map { Array($0.readableBytesView) }, files: &sink)))
        } catch let error as MultipartError {
            throw RequestError.malformedForm(error)
        }
    }
}
