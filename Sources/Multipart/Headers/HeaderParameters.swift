/// A header's value and its parameters: `form-data; name="text"`, `multipart/form-data; boundary=x` (RFC 2045, 5.1; RFC 9110, 5.6.6).
///
/// Within quotes a backslash escapes a quote or a backslash, as curl and RFC 9110 write them. Before anything else it stands for itself: browsers escape
/// no backslash. Spaces around `=` and parameters that are there twice are refused, because readers differ on what they mean.
struct HeaderParameters {
    /// The value before the parameters, in lower case.
    let value: String
    private var parameters: [String: String] = [:]

    /// - Throws: ``HeaderFlaw/parameters`` or ``HeaderFlaw/repeated(_:)``.
    init(_ text: String) throws(HeaderFlaw) {
        var scanner = HeaderScanner(text)
        scanner.skipBlanks()
        value = scanner.word().lowercased()
        scanner.skipBlanks()
        while !scanner.isAtEnd {
            guard scanner.skip(";") else { throw .parameters }
            scanner.skipBlanks()
            // RFC 9110 lets a parameter be empty, and some clients end the value with a semicolon.
            if !scanner.isAtEnd, !scanner.isAt(";") { try takeParameter(from: &scanner) }
        }
    }

    /// The parameter of that name, which is in lower case.
    subscript(name: String) -> String? {
        parameters[name]
    }

    private mutating func takeParameter(from scanner: inout HeaderScanner) throws(HeaderFlaw) {
        let name = scanner.token().lowercased()
        guard !name.isEmpty, scanner.skip("=") else { throw .parameters }
        let value: String
        if scanner.isAt("\"") {
            guard let quoted = scanner.quotedString() else { throw .parameters }
            value = quoted
        } else {
            value = scanner.word()
            guard !value.isEmpty else { throw .parameters }
        }
        scanner.skipBlanks()
        guard parameters.updateValue(value, forKey: name) == nil else { throw .repeated(name) }
    }
}
