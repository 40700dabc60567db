/// Why a text is not spoken.
public enum UnspeakableText: Error, Sendable, Hashable {
    /// There is no text, or only white space.
    case empty
    /// It holds a control character (its code point) other than tab and newline.
    case controlCharacter(UInt32)
    /// It holds no letter, digit or emoji.
    case nothingToSpeak
    /// It holds emoji alone, and the voice's language has no words for them.
    case emojiAlone
    /// Its pauses can't be followed.
    case malformedPause(PauseError)

    /// What to tell the person, without naming the field.
    public var message: String {
        switch self {
        case .empty: "is empty: give it at least one word"
        case .controlCharacter(let value):
            "holds the control character U+\(Self.hexadecimal(value)): remove it (tabs and newlines are fine)"
        case .nothingToSpeak: "holds nothing that can be spoken: give it at least one letter, digit or emoji"
        case .emojiAlone: "holds emoji alone, which this voice has no words for: give it at least one letter or digit"
        case .malformedPause(let error): error.message
        }
    }

    private static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
