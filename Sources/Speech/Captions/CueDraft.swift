/// A cue in the making: how much room and time its units take.
struct CueDraft {
    /// All characters with the spaces between them.
    private(set) var width = 0
    /// Whether a sentence ends before the last unit.
    private(set) var hasInnerSentenceEnd = false
    private var lines = 1
    private var lineWidth = 0
    private var spokenUnits = 0
    private var start = 0
    private var end = 0
    private var endsSentence = false

    /// Adds a unit to the last line, or to a new one if it doesn't fit: no other order needs fewer lines.
    mutating func add(_ unit: CaptionUnit, width limit: Int) {
        let space = lineWidth > 0 && unit.hasSpaceBefore ? 1 : 0
        width += space + unit.width
        if lineWidth == 0 || lineWidth + space + unit.width <= limit {
            lineWidth += space + unit.width
        } else {
            lines += 1
            lineWidth = unit.width
        }
        if unit.isSpoken {
            if spokenUnits == 0 { start = unit.time.lowerBound }
            end = unit.time.upperBound
            spokenUnits += 1
        }
        hasInnerSentenceEnd = hasInnerSentenceEnd || endsSentence
        endsSentence = unit.breakAfter == .sentence
    }

    /// Whether the limits are kept; one word alone may break the limit of time.
    func fits(_ limits: CaptionLimits) -> Bool {
        lines <= limits.height && (spokenUnits <= 1 || end - start <= limits.milliseconds)
    }
}
