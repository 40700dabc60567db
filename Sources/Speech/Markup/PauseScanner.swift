/// Reads the bytes of one pause's markup, from its `<` on.
struct PauseScanner {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// How much of a malformed pause is shown, in bytes.
    private static let shownLength = 40

    /// - Parameter bytes: The text from the markup's first byte on.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// The pause that begins here in one of the ways of `syntax`; nil where none begins.
    ///
    /// - Throws: ``PauseError`` for what begins like a pause and is none.
    static func pause(at bytes: ArraySlice<UInt8>, syntax: PauseSyntax) throws(PauseError) -> Pause? {
        var scanner = PauseScanner(bytes)
        if syntax.contains(.number), scanner.skip("<#") {
            guard let milliseconds = scanner.number() else { throw .malformedNumber(scanner.shown) }
            return scanner.pause(milliseconds)
        }
        if syntax.contains(.breakTag), scanner.skip("<break") || scanner.skip("</break"), !scanner.isInName {
            guard bytes.dropFirst().first != UInt8(ascii: "/"), let milliseconds = scanner.breakTag() else { throw .malformedBreak(scanner.shown) }
            return scanner.pause(milliseconds)
        }
        return nil
    }

    /// `0.5#>` behind `<#`.
    private mutating func number() -> Int? {
        guard let milliseconds = seconds(decimals: 2), skip("#>") else { return nil }
        return milliseconds
    }

    /// `time="0.5s" />` behind `<break`; also closed by a tag of its own.
    private mutating func breakTag() -> Int? {
        guard skipSpace(), skip("time") else { return nil }
        skipSpace()
        guard skip("=") else { return nil }
        skipSpace()
        let quote = skip("\"") ? "\"" : "'"
        guard quote == "\"" || skip("'"), let milliseconds = time(), skip(quote) else { return nil }
        skipSpace()
        if skip("/>") { return milliseconds }
        guard skip(">") else { return nil }
        skipSpace()
        return skip("</break>") ? milliseconds : nil
    }

    /// `0.5s` or `500ms`.
    private mutating func time() -> Int? {
        let start = position
        if let milliseconds = seconds(decimals: 3), skip("s") { return milliseconds }
        position = start
        guard let milliseconds = digits(atMost: 5), skip("ms"), Pause.lengths.contains(milliseconds) else { return nil }
        return milliseconds
    }

    /// A number of seconds that a pause may have, in milliseconds.
    private mutating func seconds(decimals: Int) -> Int? {
        guard let whole = digits(atMost: 2) else { return nil }
        var milliseconds = whole * 1000
        if skip(".") {
            let start = position
            guard let fraction = digits(atMost: decimals) else { return nil }
            milliseconds += (position - start..<3).reduce(fraction) { value, _ in value * 10 }
        }
        return Pause.lengths.contains(milliseconds) ? milliseconds : nil
    }

    /// The digits here, as a number; nil where there are none, or more than `count`.
    private mutating func digits(atMost count: Int) -> Int? {
        let start = position
        var value = 0
        while position < bytes.endIndex, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[position] {
            guard position - start < count else { return nil }
            value = value * 10 + Int(bytes[position] - UInt8(ascii: "0"))
            position += 1
        }
        return position > start ? value : nil
    }

    /// Goes behind `text` if it stands here, in small or capital letters.
    private mutating func skip(_ text: String) -> Bool {
        let next = bytes[position...].prefix(text.utf8.count)
        guard next.elementsEqual(text.utf8, by: { Self.lowercased($0) == $1 }) else { return false }
        position += text.utf8.count
        return true
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = position
        while position < bytes.endIndex, [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(bytes[position]) {
            position += 1
        }
        return position > start
    }

    /// Whether a name goes on here, as in `<breakfast>`.
    private var isInName: Bool {
        guard position < bytes.endIndex else { return false }
        let byte = Self.lowercased(bytes[position])
        return UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte >= 0x80
            || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: ".")].contains(byte)
    }

    private func pause(_ milliseconds: Int) -> Pause {
        Pause(range: bytes.startIndex..<position, milliseconds: milliseconds)
    }

    /// The markup as it is written: up to its `>`, or its beginning.
    private var shown: String {
        let start = bytes.prefix(Self.shownLength)
        if let end = start.firstIndex(of: UInt8(ascii: ">")) { return String(decoding: start[...end], as: UTF8.self) }
        guard bytes.count > Self.shownLength else { return String(decoding: start, as: UTF8.self) }
        // Not in the midst of a character.
        let whole = start.prefix(upTo: start.lastIndex { $0 & 0xC0 != 0x80 } ?? start.endIndex)
        return String(decoding: whole, as: UTF8.self) + "…"
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte ? byte | 0x20 : byte
    }
}
