/// What is wrong with a part's header.
public enum HeaderFlaw: Error, Sendable, Hashable {
    /// A CR or LF stands alone.
    case bareLineBreak
    /// A line is no name, colon and value; or it goes on with the line before it, which is not taken.
    case notAField
    /// A value is not UTF-8, or holds control characters.
    case notText
    /// A value's parameters are not written as they should be.
    case parameters
    /// A header or a parameter is there twice; its name.
    case repeated(String)
    /// The content disposition is something else than `form-data`.
    case disposition
    /// The part's bytes are encoded, which RFC 7578 forbids and which would be taken for the bytes themselves.
    case encoded
    /// An extended parameter is not of a known character set, or not well-formed in it; its name.
    case extendedValue(String)
}

extension HeaderFlaw: CustomStringConvertible {
    /// The rest of a sentence.
    public var description: String {
        switch self {
        case .bareLineBreak: "its lines must end in CR LF"
        case .notAField: "each line must be a name, a colon and a value"
        case .notText: "it must be UTF-8 without control characters"
        case .parameters: "parameters must be written as ; name=\"value\""
        case .repeated(let name): "\(name) must be there once"
        case .disposition: "Content-Disposition must be form-data"
        case .encoded: "Content-Transfer-Encoding must be binary, so send the bytes as they are"
        case .extendedValue(let name): "\(name) must be written as UTF-8''value, with percent-encoding"
        }
    }
}
