import HTTPTypes
import Hummingbird
import NIOCore

/// A file that can be answered whole or in part.
struct AnsweredFile: Sendable {
    /// What changes whenever its bytes do.
    var tag: String
    /// The MIME type.
    var contentType: String
    /// The length in bytes.
    var size: Int
    /// How long, and for whom, caches may keep it.
    var cacheControl: String

    /// The answer to `request`, with what caches and players need to know.
    ///
    /// - Parameter bytes: Opens the file to read a part of it.
    /// - Throws: ``RequestError/rangeNotSatisfiable(size:)``, and what `bytes` throws.
    func response<Chunks: AsyncSequence<[UInt8], any Error> & Sendable>(
        to request: Request, bytes: (Range<Int>) async throws -> Chunks
    ) async throws -> Response {
        let tag = "\"\(tag)\""
        var headers: HTTPFields = [.contentType: contentType, .eTag: tag, .acceptRanges: "bytes", .cacheControl: cacheControl]
        if Self.matches(request.headers[.ifNoneMatch], tag) { return Response(status: .notModified, headers: headers) }
        // A range of another version than the client has would not fit: it gets all of this one.
        let wanted = request.headers[.ifRange].map { $0 == tag } ?? true ? request.headers[.range] : nil
        var range = 0..<size
        var status = HTTPResponse.Status.ok
        switch ByteRange(wanted, size: size) {
        case .whole: break
        case .unsatisfiable: throw RequestError.rangeNotSatisfiable(size: size)
        case .part(let part):
            range = part
            status = .partialContent
            headers[.contentRange] = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(size)"
        }
        headers[.contentLength] = "\(range.count)"
        if request.method == .head { return Response(status: status, headers: headers) }
        let chunks = try await bytes(range)
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
