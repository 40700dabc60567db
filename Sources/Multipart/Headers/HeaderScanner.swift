/// Reads a header's value from its start to its end.
struct HeaderScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    /// Whether nothing is left.
    var isAtEnd: Bool {
        rest.isEmpty
    }

    /// Whether an ASCII character is next.
    func isAt(_ character: Unicode.Scalar) -> Bool {
        rest.first == UInt8(ascii: character)
    }

    /// Skips an ASCII character, if it is next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard isAt(character) else { return false }
        rest.removeFirst()
        return true
    }

    /// Skips spaces and tabs.
    mutating func skipBlanks() {
        rest = rest.drop { $0.isBlank }
    }

    /// A token (RFC 9110, 5.6.2): empty where none is next.
    mutating func token() -> String {
        take { $0.isTokenCharacter }
    }

    /// What goes up to a blank, a semicolon or a quote. A boundary or a media type is often more than a token.
    mutating func word() -> String {
        take { !$0.isBlank && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\"") }
    }

    /// What is between the quote that is next and the one that ends it, without the escapes; nil where none ends it.
    mutating func quotedString() -> String? {
        var characters: [UInt8] = []
        rest.removeFirst()
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\"") { return String(decoding: characters, as: UTF8.self) }
            if byte == UInt8(ascii: "\\"), let escaped = rest.first, escaped == UInt8(ascii: "\"") || escaped == UInt8(ascii: "\\") {
                rest.removeFirst()
                characters.append(escaped)
            } else {
                characters.append(byte)
            }
        }
        return nil
    }

    private mutating func take(while isWanted: (UInt8) -> Bool) -> String {
        let taken = rest.prefix(while: isWanted)
        rest = rest[taken.endIndex...]
        return String(Substring(taken))
    }
}
