import Speech

extension TaskFamily {
    /// What the subtitle of a completed task is cut with, before anyone asks for another cut; nil where tasks have none.
    var subtitleLimits: CaptionLimits? {
        switch self {
        case .labs: CaptionLimits()
        case .credits, .max, .minimax: nil
        }
    }
}
