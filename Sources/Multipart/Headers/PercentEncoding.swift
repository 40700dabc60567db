/// The percent-encodings of names and file names.
enum PercentEncoding {
    /// A name without the escapes that browsers write: `%22`, `%0D` and `%0A` stand for a quote, CR and LF (WHATWG HTML, "multipart/form-data encoding
    /// algorithm"). No other percent sign is one, so `100%25.wav` is that file's name.
    static func decodingForm(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let escaped = octet(rest), [UInt8(ascii: "\""), .carriageReturn, .lineFeed].contains(escaped) {
                bytes.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text that an extended value stands for: `UTF-8'en'%e2%82%ac.wav` (RFC 8187, 3.2; ISO-8859-1 also, by RFC 5987); nil where it is none.
    static func decodingExtended(_ text: String) -> String? {
        let pieces = text.utf8.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        guard pieces.count == 3, let bytes = octets(pieces[2]) else { return nil }
        switch String(Substring(pieces[0])).lowercased() {
        case "utf-8": return String(validating: bytes, as: UTF8.self)
        case "iso-8859-1":
            var text = String.UnicodeScalarView()
            text.append(contentsOf: bytes.map { Unicode.Scalar($0) })
            return String(text)
        default: return nil
        }
    }

    private static func octets(_ text: Substring.UTF8View) -> [UInt8]? {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let escaped = octet(rest) else { return nil }
                bytes.append(escaped)
                rest = rest.dropFirst(2)
            } else {
                guard byte.isTokenCharacter else { return nil }
                bytes.append(byte)
            }
        }
        return bytes
    }

    /// What the two hexadecimal digits at the start of `text` stand for.
    private static func octet(_ text: Substring.UTF8View) -> UInt8? {
        let digits = text.prefix(2).compactMap(\.hexadecimalValue)
        return digits.count == 2 ? digits[0] << 4 | digits[1] : nil
    }
}
