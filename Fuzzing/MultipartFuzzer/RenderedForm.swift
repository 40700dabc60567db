@testable import Multipart

/// A form that was parsed, written anew in one plain way.
struct RenderedForm {
    private(set) var bytes: [UInt8] = []

    init(_ form: ParsedForm, boundary: MultipartBoundary) {
        for (part, content) in form.parts {
            bytes += Array("--\(boundary.text)\r\nContent-Disposition: form-data; name=\(part.name.quotedInForm)".utf8)
            if let fileName = part.fileName { bytes += Array("; filename*=UTF-8''\(Self.percentEncoded(fileName))".utf8) }
            if let contentType = part.contentType { bytes += Array("\r\nContent-Type:\(contentType)".utf8) }
            bytes += Array("\r\n\r\n".utf8) + content + Array("\r\n".utf8)
        }
        bytes += Array("--\(boundary.text)--".utf8)
    }

    /// As RFC 8187 has it.
    private static func percentEncoded(_ name: String) -> String {
        name.utf8.map { $0.isAlphanumeric ? String(UnicodeScalar($0)) : "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
