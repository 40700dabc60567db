import Hummingbird
import NIOCore

extension Response {
    /// An answer with `value` as JSON.
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) throws -> Response {
        var headers = headers
        headers[.contentType] = jsonType
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONText.of(value))))
    }

    /// An answer with what ``jsonText(_:)`` wrote.
    static func json(written text: String, status: HTTPResponse.Status = .ok) -> Response {
        .text(text, contentType: jsonType, status: status)
    }

    /// `value` as JSON, as answers carry it.
    static func jsonText(_ value: some Encodable) throws -> String {
        String(decoding: try JSONText.of(value), as: UTF8.self)
    }

    private static let jsonType = "application/json; charset=utf-8"

    /// An answer of plain text.
    static func text(_ text: String, contentType: String = "text/plain; charset=utf-8", status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: [.contentType: contentType], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
