import Hummingbird
import Platform

/// Answers finished files.
struct FileAnswers: Sendable {
    let files: PublicFiles

    /// The file of that name, as the request wants it.
    ///
    /// - Parameter isPublic: Whether anyone may have it who knows where it is, and caches may keep it for them.
    /// - Throws: ``PlatformError/notFound(_:)``, ``RequestError/rangeNotSatisfiable(size:)``.
    func response(to request: Request, name: String, isPublic: Bool) async throws -> Response {
        let file = try await files.file(name)
        let answer = AnsweredFile(
            tag: file.name, contentType: file.contentType, size: file.size,
            cacheControl: "\(isPublic ? "public" : "private"), max-age=31536000, immutable")
        return try await answer.response(to: request) { try await files.bytes(of: file, in: $0) }
    }
}
