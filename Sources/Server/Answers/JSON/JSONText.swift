/// JSON that is being written (RFC 8259), front to back: nothing is kept of what was written before, and fields stand as they are declared.
///
/// Foundation's encoder makes a tree of what it is given, sorts it, and writes that, which takes a fifth of the time of a short answer.
final class JSONText {
    private(set) var bytes: [UInt8] = []
    /// What ends the objects and arrays that are open, the outermost first.
    private var ends: [UInt8] = []

    private init() {
        bytes.reserveCapacity(512)
    }

    /// `value` as JSON.
    ///
    /// - Throws: `EncodingError` for a number that JSON has none for, and for a value that encodes nothing.
    static func of(_ value: some Encodable) throws -> [UInt8] {
        let text = JSONText()
        try text.write(value)
        return text.bytes
    }

    // MARK: Objects and arrays

    /// How many objects and arrays are open.
    var depth: Int {
        ends.count
    }

    /// Begins the object that a value is, and answers how deep its fields are. A value may write its fields in several goes, into one object.
    ///
    /// - Parameter outer: How many objects and arrays are open around the value.
    func openObject(in outer: Int) -> Int {
        guard ends.count > outer, ends[outer] == UInt8(ascii: "}") else { return open("{", "}") }
        return outer + 1
    }

    /// Begins an array, and answers how deep its elements are.
    func openArray() -> Int {
        open("[", "]")
    }

    /// Begins a field of the object that is open at `depth`, after which comes its value.
    func beginField(_ name: String, at depth: Int) {
        beginElement(at: depth)
        write(string: name)
        append(":")
    }

    /// Begins an element of the array that is open at `depth`.
    func beginElement(at depth: Int) {
        close(to: depth)
        if let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") { append(",") }
    }

    private func open(_ start: Unicode.Scalar, _ end: Unicode.Scalar) -> Int {
        append(start)
        ends.append(UInt8(ascii: end))
        return ends.count
    }

    /// Ends what is open deeper than `depth`.
    private func close(to depth: Int) {
        precondition(depth <= ends.count, "A field came after its object was over.")
        while ends.count > depth { bytes.append(ends.removeLast()) }
    }

    // MARK: Values

    /// Writes a value, whatever it is, and ends what it has opened.
    func write<Value: Encodable>(_ value: Value) throws {
        switch value {
        case let value as String: write(string: value)
        case let value as Bool: write(ascii: value ? "true" : "false")
        case let value as Int: write(ascii: String(value))
        case let value as Double: try write(number: value)
        case let value as Float: try write(number: Double(value))
        case let value as any FixedWidthInteger: write(ascii: "\(value)")
        default:
            let (depth, length) = (ends.count, bytes.count)
            try value.encode(to: JSONTextEncoder(text: self))
            guard bytes.count > length else { throw Self.error(value, "encodes nothing") }
            close(to: depth)
        }
    }

    /// Writes `null`.
    func writeNull() {
        write(ascii: "null")
    }

    private func write(number: Double) throws {
        guard number.isFinite else { throw Self.error(number, "is no number that JSON has") }
        let text = String(number)
        write(ascii: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }

    private func write(string: String) {
        append("\"")
        var string = string
        string.withUTF8 { text in
            var rest = text[...]
            while let index = rest.firstIndex(where: Self.isEscaped) {
                bytes += rest[..<index]
                write(escaped: rest[index])
                rest = rest[(index + 1)...]
            }
            bytes += rest
        }
        append("\"")
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private func write(escaped byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\n"): write(ascii: "\\n")
        case UInt8(ascii: "\r"): write(ascii: "\\r")
        case UInt8(ascii: "\t"): write(ascii: "\\t")
        case 0..<0x20: write(ascii: "\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))")
        default: bytes += [UInt8(ascii: "\\"), byte]
        }
    }

    private func write(ascii text: String) {
        bytes += text.utf8
    }

    private func append(_ character: Unicode.Scalar) {
        bytes.append(UInt8(ascii: character))
    }

    private static func error(_ value: Any, _ problem: String) -> EncodingError {
        .invalidValue(value, .init(codingPath: [], debugDescription: "It \(problem)."))
    }
}
