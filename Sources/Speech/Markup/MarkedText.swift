/// A text divided into what is spoken and the pauses that are written into it.
public struct MarkedText: Sendable, Hashable {
    /// The text with spaces in place of the pauses, byte for byte, so that places in it are places in the text as it was written.
    public let plain: String
    /// The pauses as they are written, in order.
    public let pauses: [Pause]

    /// Reads a text.
    ///
    /// - Parameter syntax: The ways of writing pauses that count.
    /// - Throws: ``PauseError``.
    public init(_ text: String, pauses syntax: PauseSyntax) throws(PauseError) {
        guard !syntax.isEmpty, text.utf8.contains(UInt8(ascii: "<")) else {
            plain = text
            pauses = []
            return
        }
        var bytes = Array(text.utf8)
        var pauses: [Pause] = []
        var position = 0
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "<"), let pause = try PauseScanner.pause(at: bytes[position...], syntax: syntax) {
                pauses.append(pause)
                bytes.replaceSubrange(pause.range, with: repeatElement(UInt8(ascii: " "), count: pause.range.count))
                position = pause.range.upperBound
            } else {
                position += 1
            }
        }
        let total = pauses.reduce(0) { $0 + $1.milliseconds }
        guard total <= Pause.longestTotal else { throw .tooLong(milliseconds: total) }
        plain = String(decoding: bytes, as: UTF8.self)
        self.pauses = pauses
    }
}
