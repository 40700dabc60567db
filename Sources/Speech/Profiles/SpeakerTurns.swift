import Foundation

/// Whether two people speak by turns in a recording, as far as that can be told: one with a low voice and one with a high one, as a man and a woman.
///
/// The voiced moments are cut into stretches of less than a second, and the stretches parted where the medians of their pitch differ most (N. Otsu, "A
/// threshold selection method from gray-level histograms", 1979). Of one person, however lively, the two parts run into each other; of two they stand
/// apart (K. Ashman and others, "Detecting bimodality in astronomical datasets", 1994), and their envelopes differ, too, as those of other throats
/// and mouths do (M. Siegler and others, "Automatic segmentation, classification and clustering of broadcast news audio", 1997).
///
/// People who read aloud, alone, have parts of 2 s or more that are up to 6.2 semitones apart, and engines' voices that go from surprise to disgust 8.2;
/// men with usual voices and women, by turns, 6 to 14. Two people with voices of a like height are not told from one.
public struct SpeakerTurns: Sendable, Hashable {
    /// How far the higher part's pitch is over the lower one's, in semitones.
    public private(set) var interval = 0.0
    /// How clearly the parts stand apart: D, the distance of their means over their common standard deviation.
    public private(set) var separation = 0.0
    /// How much their envelopes differ: a divergence, 0 where they are alike.
    public private(set) var divergence = 0.0
    /// How long the voice is heard that is heard less, in seconds of voiced sound.
    public private(set) var seconds = 0.0
    /// Its part of all voiced sound: 0 to a half.
    public private(set) var share = 0.0

    /// What plainly is two: farther apart than one person goes, in semitones; more clearly than the halves of one normal distribution (2.65); with
    /// envelopes that differ; and with so much of each, in seconds and as a part.
    private static let (leastInterval, leastSeparation, leastDivergence, leastSeconds, leastShare) = (8.5, 3.0, 2.0, 2.0, 0.15)
    /// Seconds from one moment to the next.
    private static let step = 0.01
    /// How many voiced moments a stretch has at most and at least.
    private static let lengths = 30...80
    /// How many moments without speech end a stretch.
    private static let pause = 25
    /// Which numbers of a cepstrum tell one throat from another: not the level, and no harmonics.
    private static let order = 1...10

    /// Moments of one voice, in Hz and as cepstra.
    private struct Stretch {
        var pitches: [Double] = []
        var cepstra: [[Float]] = []
        /// The median pitch in semitones over 1 Hz.
        var height = 0.0
    }

    /// Looks for turns in what was measured of a recording.
    public init(_ measures: SpeakerMeasures) {
        let stretches = Self.stretches(of: measures)
        guard let border = Self.border(stretches) else { return }
        let (low, high) = (stretches.filter { $0.height < border }, stretches.filter { $0.height >= border })
        let (lower, upper) = (Self.spread(low.map(\.height)), Self.spread(high.map(\.height)))
        interval = upper.mean - lower.mean
        separation = interval * 2.0.squareRoot() / max(0.1, (lower.variance + upper.variance).squareRoot())
        divergence = Self.envelopes(of: low).divergence(from: Self.envelopes(of: high))
        let counts = [low, high].map { $0.reduce(0) { $0 + $1.pitches.count } }
        let fewest = Double(min(counts[0], counts[1]))
        seconds = Self.step * fewest
        share = fewest / Double(max(1, counts[0] + counts[1]))
    }

    /// Whether two people speak by turns, without much doubt.
    public var arePlain: Bool {
        interval >= Self.leastInterval && separation >= Self.leastSeparation && divergence >= Self.leastDivergence
            && seconds >= Self.leastSeconds && share >= Self.leastShare
    }

    private static func stretches(of measures: SpeakerMeasures) -> [Stretch] {
        var stretches: [Stretch] = []
        var stretch = Stretch()
        var silence = 0
        func end() {
            if stretch.pitches.count >= lengths.lowerBound {
                stretch.height = 12 * log2(stretch.pitches.sorted()[stretch.pitches.count / 2])
                stretches.append(stretch)
            }
            stretch = Stretch()
        }
        for (cepstrum, pitch) in zip(measures.moments, measures.pitches) {
            silence = cepstrum == nil ? silence + 1 : 0
            if let cepstrum, pitch > 0 {
                stretch.pitches.append(pitch)
                stretch.cepstra.append(cepstrum)
            }
            if silence == pause || stretch.pitches.count == lengths.upperBound { end() }
        }
        end()
        return stretches
    }

    /// The height at which the variance between the parts is greatest; nil where there is one height alone.
    private static func border(_ stretches: [Stretch]) -> Double? {
        let heights = stretches.map(\.height).sorted()
        let sum = heights.reduce(0, +)
        var (below, best, border) = (0.0, 0.0, Double?.none)
        for (index, height) in heights.enumerated() {
            if index > 0, height > heights[index - 1] {
                let (lower, upper) = (below / Double(index), (sum - below) / Double(heights.count - index))
                let between = Double(index) * Double(heights.count - index) * (upper - lower) * (upper - lower)
                if between > best { (best, border) = (between, height) }
            }
            below += height
        }
        return border
    }

    private static func spread(_ heights: [Double]) -> (mean: Double, variance: Double) {
        let mean = heights.reduce(0, +) / Double(max(1, heights.count))
        return (mean, heights.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, heights.count)))
    }

    private static func envelopes(of stretches: [Stretch]) -> EnvelopeStatistics {
        var statistics = EnvelopeStatistics(size: order.count)
        for stretch in stretches { for cepstrum in stretch.cepstra { statistics.add(order.map { Double(cepstrum[$0]) }) } }
        return statistics
    }
}
