import Glibc

/// Finds the pitch of a whole recording, for measuring; what passes in a stream has `PitchDetector`.
///
/// P. Boersma, "Accurate short-term analysis of the fundamental frequency and the harmonics-to-noise ratio of a sampled sound", 1993: the autocorrelation
/// of a window, divided by that of the window's own shape, has a peak at the period; of all paths through the peaks of all moments, the one is taken that
/// is strongest and leaps least. It is done twice: the first time tells the speaker's range, in which the second looks, so that hardly an octave is mistaken
/// (C. De Looze and D. Hirst, "Detecting changes in key and range for the automatic modelling and coding of intonation", 2008).
final class PitchTracker {
    private let samples: [Float]
    private let rate: Double
    private let peak: Float

    /// The pitches that are looked for at first, in Hz.
    private static let pitches = 60.0...500.0
    /// The rate at which voices are looked at, about.
    private static let usualRate = 8000
    /// Candidates of a moment, with the one that there is no voice.
    private static let candidates = 6
    /// Boersma's settings: how alike a voice is to itself at least, what counts as silent, what a lower octave costs, and leaps of an octave and between
    /// voice and none, in a hundredth of a second.
    private static let (voicing, silence, octave, leap, change) = (0.45, 0.03, 0.01, 0.35, 0.14)

    /// - Parameter samples: the recording; full scale at 1.
    init(_ samples: [Float], sampleRate: Int) {
        let decimated = DecimatedSamples(samples, sampleRate: sampleRate, near: Self.usualRate, passband: 0.42)
        let slow = decimated.samples
        // Not the very highest: a click is no voice.
        let peaks = stride(from: 0, to: slow.count, by: 80).map { start in
            slow[start..<min(start + 80, slow.count)].reduce(0) { max($0, abs($1)) }
        }
        rate = decimated.sampleRate
        self.samples = slow
        peak = max(peaks.sorted().dropFirst(peaks.count * 99 / 100).first ?? 0, 1e-6)
    }

    /// The recording's pitch.
    func track() -> PitchTrack {
        let first = track(in: Self.pitches)
        let pitches = first.ascending
        guard pitches.count >= 20 else { return first }
        let (lower, upper) = (pitches[pitches.count / 4], pitches[pitches.count * 3 / 4])
        let low = max(50, 0.75 * lower)
        return track(in: low...min(600, max(1.7 * upper, 2 * low)))
    }

    private struct Candidate {
        var hertz: Double
        var likeness: Double
        var strength: Double
    }

    private func track(in pitches: ClosedRange<Double>) -> PitchTrack {
        let all = candidates(in: pitches)
        guard let first = all.first else { return PitchTrack(moments: []) }
        var scores = first.map(\.strength)
        var ways: [[Int]] = [first.map { _ in 0 }]
        for index in 1..<max(1, all.count) {
            var next: [Double] = []
            var way: [Int] = []
            for candidate in all[index] {
                var (best, highest) = (0, -Double.infinity)
                for (place, before) in all[index - 1].enumerated() {
                    let score = scores[place] - Self.cost(from: before.hertz, to: candidate.hertz)
                    if score > highest { (best, highest) = (place, score) }
                }
                way.append(best)
                next.append(highest + candidate.strength)
            }
            ways.append(way)
            scores = next
        }
        var place = scores.indices.max { scores[$0] < scores[$1] } ?? 0
        var moments: [PitchTrack.Moment] = []
        for index in all.indices.reversed() {
            moments.append(PitchTrack.Moment(hertz: all[index][place].hertz, likeness: all[index][place].likeness))
            place = ways[index][place]
        }
        return PitchTrack(moments: moments.reversed())
    }

    private static func cost(from: Double, to: Double) -> Double {
        if from == 0 || to == 0 { return from == to ? 0 : change }
        return leap * abs(log2(from / to))
    }

    private func candidates(in pitches: ClosedRange<Double>) -> [[Candidate]] {
        let window = Int(3 * rate / pitches.lowerBound) / 2 * 2
        var size = 64
        while size < window * 3 / 2 { size *= 2 }
        let correlator = Autocorrelation(window: window, size: size)
        let hop = rate * PitchTrack.interval
        let padded = [Float](repeating: 0, count: window / 2) + samples + [Float](repeating: 0, count: window)
        return padded.withUnsafeBufferPointer { padded in
            (0..<Int(Double(samples.count) / hop)).map { index in
                candidates(of: padded.baseAddress! + Int(Double(index) * hop), window: window, pitches: pitches, correlator)
            }
        }
    }

    private func candidates(
        of stretch: UnsafePointer<Float>, window: Int, pitches: ClosedRange<Double>, _ correlator: Autocorrelation
    ) -> [Candidate] {
        let loudest = stretch.peak(window)
        let quiet = max(0, 2 - Double(loudest / peak) / (Self.silence / (1 + Self.voicing)))
        let none = Candidate(hertz: 0, likeness: 0, strength: Self.voicing + quiet)
        guard quiet < 2, loudest > 0 else { return [none] }
        let values = correlator.measure(stretch)
        let lags = max(2, Int(rate / pitches.upperBound))...min(window - 2, Int(rate / pitches.lowerBound))
        var found: [Candidate] = []
        for lag in lags where values[lag] > Float(0.5 * Self.voicing) && values[lag] >= values[lag - 1] && values[lag] >= values[lag + 1] {
            let (left, middle, right) = (Double(values[lag - 1]), Double(values[lag]), Double(values[lag + 1]))
            let curve = left - 2 * middle + right
            let shift = curve < 0 ? (left - right) / (2 * curve) : 0
            let likeness = min(1, middle - 0.25 * (left - right) * shift)
            let hertz = rate / (Double(lag) + shift)
            found.append(Candidate(hertz: hertz, likeness: likeness, strength: likeness - Self.octave * log2(pitches.lowerBound / hertz)))
        }
        return [none] + found.sorted { $0.strength > $1.strength }.prefix(Self.candidates)
    }
}
