/// Why a text's pauses can't be followed.
public enum PauseError: Error, Sendable, Hashable {
    /// What begins as `<#0.5#>` does, but is none, or is out of range.
    case malformedNumber(String)
    /// What begins as `<break time="0.5s" />` does, but is none, or is out of range.
    case malformedBreak(String)
    /// All pauses together are so many milliseconds.
    case tooLong(milliseconds: Int)

    /// What to tell the person, without naming the field.
    public var message: String {
        switch self {
        case .malformedNumber(let markup): "holds \(markup), which is no pause: write <#0.5#>, with 0.01 to 99.99 seconds and at most two decimals"
        case .malformedBreak(let markup): "holds \(markup), which is no pause: write <break time=\"0.5s\" />, with 0.01 to 99.99 seconds"
        case .tooLong(let milliseconds):
            "has pauses of \(Double(milliseconds) / 1000) seconds in all: shorten them to \(Pause.longestTotal / 1000) seconds together"
        }
    }
}
