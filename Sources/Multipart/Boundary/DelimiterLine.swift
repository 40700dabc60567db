/// What follows a delimiter on its line: the end of the line, or two hyphens that close the form. Blanks may stand before the line's end
/// (RFC 2046, 5.1.1: transport padding).
struct DelimiterLine {
    private enum State {
        case start, hyphen, padding, lineEnd
    }

    private var state = State.start
    /// Whether the delimiter closes the form. What comes after its line means nothing, and nothing need come.
    private(set) var isClosing = false

    /// What a byte led to.
    enum Outcome {
        /// There is more to come.
        case unfinished
        /// That was the end of the line.
        case finished
        /// That does not belong there.
        case malformed
    }

    /// Whether the line, and with it the form, may end here.
    var mayEnd: Bool {
        isClosing && state == .padding
    }

    /// Takes the next byte.
    mutating func take(_ byte: UInt8) -> Outcome {
        switch (state, byte) {
        case (.start, .hyphen): state = .hyphen
        case (.hyphen, .hyphen):
            isClosing = true
            state = .padding
        case (.start, _) where byte.isBlank, (.padding, _) where byte.isBlank: state = .padding
        case (.start, .carriageReturn), (.padding, .carriageReturn): state = .lineEnd
        case (.lineEnd, .lineFeed): return .finished
        default: return .malformed
        }
        return .unfinished
    }
}
