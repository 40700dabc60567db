import EngineProtocol
import Speech

/// A run or a pause of a segment.
enum SegmentPart {
    /// A run, and what it does before the next part.
    case run(SpokenRun, RunEnd)
    case pause(Pause)

    /// What follows a run.
    enum RunEnd {
        /// Another run, another segment, or nothing.
        case speech
        /// A pause in the midst of a sentence.
        case pauseInSentence
        /// A pause where a sentence, a line or the segment ends.
        case pauseBehindSentence
    }
}

extension SegmentRequest {
    /// The runs and pauses in the order in which they are heard.
    var parts: [SegmentPart] {
        var parts: [SegmentPart] = []
        var pauses = self.pauses[...]
        for run in runs {
            while let pause = pauses.first, pause.range.lowerBound <= run.range.lowerBound { parts.append(.pause(pauses.removeFirst())) }
            let next = pauses.first.flatMap { $0.range.lowerBound == run.range.upperBound ? $0 : nil }
            parts.append(.run(run, next.map { end(before: $0) } ?? .speech))
        }
        return parts + pauses.map { .pause($0) }
    }

    private func end(before pause: Pause) -> SegmentPart.RunEnd {
        let isAtEnd = pause.range.upperBound >= text.utf8.count
        return isAtEnd || text.utf8Slice(pause.range).contains(where: \.isNewline) ? .pauseBehindSentence : .pauseInSentence
    }
}
