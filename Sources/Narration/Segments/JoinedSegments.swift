import EngineProtocol
import Speech

/// What is known of all segments, one behind the other.
struct JoinedSegments: Sendable {
    /// Samples a second.
    let sampleRate: Int
    /// The words of all, placed in the whole text and the whole audio.
    let words: [WordTiming]
    /// How loud all of them together are.
    let loudness: Loudness

    init(segments: [Segment], reports: [SpokenReport]) {
        var words: [WordTiming] = []
        var loudness = Loudness()
        var samples = 0
        for (segment, report) in zip(segments, reports) {
            let start = Double(samples) / Double(report.sampleRate)
            words += report.words.map { word in
                WordTiming(
                    range: word.range.lowerBound + segment.offset..<word.range.upperBound + segment.offset, start: word.start + start,
                    end: word.end + start)
            }
            loudness.append(report.loudness)
            samples += report.sampleCount
        }
        sampleRate = reports.first?.sampleRate ?? 0
        self.words = words
        self.loudness = loudness
    }
}
