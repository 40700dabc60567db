/// The boundary between the parts of a body (RFC 2046, 5.1.1): 1 to 70 ASCII characters, of those that the RFC allows, and no space at the end.
public struct MultipartBoundary: Sendable, Hashable {
    /// Its characters.
    public let text: String

    /// The longest there is, in bytes.
    static let longest = 70

    /// - Throws: ``MultipartError/invalidBoundary``.
    public init(_ text: String) throws(MultipartError) {
        guard (1...Self.longest).contains(text.utf8.count), text.utf8.last != UInt8(ascii: " "), text.utf8.allSatisfy(Self.allows) else {
            throw .invalidBoundary
        }
        self.text = text
    }

    /// The boundary that a `Content-Type` header names, with quotes or without.
    ///
    /// - Throws: ``MultipartError``: ``MultipartError/notFormData``, ``MultipartError/noBoundary`` or ``MultipartError/invalidBoundary``.
    public init(contentType: String) throws(MultipartError) {
        guard let header = try? HeaderParameters(contentType), header.value == "multipart/form-data" else { throw .notFormData }
        guard let text = header["boundary"] else { throw .noBoundary }
        try self.init(text)
    }

    /// What ends a part: the line break before the boundary belongs to it.
    var delimiter: [UInt8] {
        Array("\r\n--\(text)".utf8)
    }

    private static func allows(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || "'()+_,-./:=? ".utf8.contains(byte)
    }
}
