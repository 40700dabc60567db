import HTTPTypes
import Hummingbird
import NIOCore
import Platform

/// Answers finished files: whole or in part, with what caches and players need to know.
struct FileAnswers: Sendable {
    let files: PublicFiles

    /// The file of that name, as the request wants it.
    ///
    /// - Parameter isPublic: Whether anyone may have it who knows where it is, and caches may keep it for them.
    /// - Throws: ``PlatformError/notFound(_:)``, ``RequestError/rangeNotSatisfiable(size:)``.
    func response(to request: Request, name: String, isPublic: Bool) async throws -> Response {
        let file = try await files.file(name)
        let tag = "\"\(file.name)\""
        var headers: HTTPFields = [
            .contentType: file.contentType, .eTag: tag, .acceptRanges: "bytes",
            .cacheControl: "\(isPublic ? "public" : "private"), max-age=31536000, immutable",
        ]
        if Self.matches(request.headers[.ifNoneMatch], tag) { return Response(status: .notModified, headers: headers) }
        // A range of another version than the client has would not fit: it gets all of this one.
        let wanted = request.headers[.ifRange].map { $0 == tag } ?? true ? request.headers[.range] : nil
        var range = 0..<file.size
        var status = HTTPResponse.Status.ok
        switch ByteRange(wanted, size: file.size) {
        case .whole: break
        case .unsatisfiable: throw RequestError.rangeNotSatisfiable(size: file.size)
        case .part(let part):
            range = part
            status = .partialContent
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(file.size)"
        }
        headers[.contentLength] = "\(range.count)"
        if request.method == .head { return Response(status: status, headers: headers) }
        let chunks = try await files.bytes(of: file, in: range)
        return Response(
            status: status, headers: headers,
            body: ResponseBody(contentLength: range.count) { writer in
                for try await chunk in chunks { try await writer.write(ByteBuffer(bytes: chunk)) }
                try await writer.finish(nil)
            })
    }

    private static func matches(_ header: String?, _ tag: String) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { candidate in
            let candidate = candidate.drop { $0 == " " }.prefix { $0 != " " }
            return candidate == "*" || candidate == tag || candidate == "W/\(tag)"
        }
    }
}
