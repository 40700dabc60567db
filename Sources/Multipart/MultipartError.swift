/// What is wrong with a form. Parts and boundaries are counted from 1.
public enum MultipartError: Error, Sendable, Hashable {
    /// The content type is not `multipart/form-data`, or can't be read.
    case notFormData
    /// The content type names no boundary.
    case noBoundary
    /// The boundary is not 1 to 70 of the characters that RFC 2046 allows.
    case invalidBoundary
    /// The body has no line that begins with the boundary.
    case boundaryNotFound
    /// The body ends before the closing boundary.
    case truncated
    /// Something else than the end of the line follows a boundary.
    case bytesAfterBoundary(Int)
    /// A part's headers are not as they should be.
    case malformedHeader(part: Int, HeaderFlaw)
    /// A part has no name, or an empty one.
    case missingName(part: Int)
    /// There are more parts than may be.
    case tooManyParts(limit: Int)
    /// The headers of a part take more bytes than they may.
    case headersTooLong(part: Int, limit: Int)
    /// A field has more bytes than it may.
    case fieldTooLarge(name: String, limit: Int)
    /// A file has more bytes than it may.
    case fileTooLarge(name: String, limit: Int)
    /// The body has more bytes than it may.
    case bodyTooLarge(limit: Int)
    /// A field is not UTF-8.
    case fieldNotText(name: String)
    /// A name is given to more than one part, and may not.
    case repeatedName(String)
}

extension MultipartError: CustomStringConvertible {
    /// A sentence that tells the person what to do.
    public var description: String {
        switch self {
        case .notFormData: "The Content-Type is not multipart/form-data with a boundary. Send it so."
        case .noBoundary: "The Content-Type names no boundary. Let the client's library write this header."
        case .invalidBoundary: "The Content-Type's boundary is not 1 to 70 of the characters that RFC 2046 allows. Choose letters and digits."
        case .boundaryNotFound: "The form does not hold the boundary that the Content-Type names. Let the client's library write both."
        case .truncated: "The form ends before its closing boundary. Send all of it, with CR LF before each boundary."
        case .bytesAfterBoundary(let number): "Something follows boundary \(number) of the form on its line. End the line there, with CR LF."
        case .malformedHeader(let part, let flaw): "Part \(part) of the form has a malformed header: \(flaw)."
        case .missingName(let part): "Part \(part) of the form has no name. Give it one: Content-Disposition: form-data; name=\"…\"."
        case .tooManyParts(let limit): "The form has more than \(limit) parts. Send fewer."
        case .headersTooLong(let part, let limit): "Part \(part) of the form has more than \(limit) bytes of headers. Shorten them."
        case .fieldTooLarge(let name, let limit): "\(name) is at most \(limit) bytes long"
        case .fileTooLarge(let name, let limit): "\(name) is a file of at most \(limit) bytes"
        case .bodyTooLarge(let limit): "The body has at most \(limit) bytes"
        case .fieldNotText(let name): "\(name) is a text in UTF-8"
        case .repeatedName(let name): "\(name) is in the form more than once: send it once"
        }
    }
}
