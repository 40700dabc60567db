/// How much text a caption shows at once, and for how long.
public struct CaptionLimits: Sendable, Codable, Hashable {
    /// The most characters (grapheme clusters) of a line; at least 1.
    public var charactersPerLine: Int
    /// The most lines of a cue; at least 1.
    public var linesPerCue: Int
    /// The longest time that a cue is shown, in seconds; more than 0.
    public var secondsPerCue: Double

    /// Limits; less than the least of each counts as the least.
    public init(charactersPerLine: Int = 42, linesPerCue: Int = 2, secondsPerCue: Double = 7) {
        self.charactersPerLine = charactersPerLine
        self.linesPerCue = linesPerCue
        self.secondsPerCue = secondsPerCue
    }

    /// The longest time of a cue in whole milliseconds.
    var milliseconds: Int {
        secondsPerCue > 0 ? max(1, Int(min(secondsPerCue, 1e9) * 1000 + 1e-6)) : 1
    }

    /// The most characters of a line, bounded so that sums and squares of widths can't overflow.
    var width: Int { min(max(1, charactersPerLine), 1_000_000) }

    /// The most lines of a cue, bounded likewise.
    var height: Int { min(max(1, linesPerCue), 1_000_000) }
}
