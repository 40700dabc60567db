/// How well a caption can be cut behind a unit.
enum CaptionBreak: Int {
    case sentence, clause, word
    /// Between a word and marks that stand apart from it: only if the limits leave no choice.
    case bound

    /// What it costs to end a cue here.
    var cueCost: Int {
        switch self {
        case .sentence: 0
        case .clause: 500
        case .word: 2000
        case .bound: 20_000
        }
    }

    /// What it costs to end a line here.
    var lineCost: Int {
        switch self {
        case .sentence: 0
        case .clause: 20_000
        case .word: 60_000
        case .bound: 600_000
        }
    }
}
