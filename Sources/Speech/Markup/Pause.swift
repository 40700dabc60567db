/// A silence that a text asks for: from the end of the word before it to the start of the word behind it.
public struct Pause: Sendable, Codable, Hashable {
    /// The stretch of text that it stands for, in UTF-8 bytes.
    public var range: Range<Int>
    /// How long it is.
    public var milliseconds: Int

    /// The lengths that one pause may have, in milliseconds.
    public static let lengths = 10...99_990
    /// The most that a text's pauses may have together, in milliseconds.
    public static let longestTotal = 300_000

    /// A silence of `milliseconds`, for the stretch `range` (UTF-8 bytes).
    public init(range: Range<Int>, milliseconds: Int) {
        self.range = range
        self.milliseconds = milliseconds
    }
}
