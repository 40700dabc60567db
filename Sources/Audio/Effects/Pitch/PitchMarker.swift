/// Marks the periods of a voice: each mark at the same point of its period, so that periods can be taken out and put together anew.
///
/// A voice's first mark is on its highest peak. Each next one is a period on, where the voice is most like around the last one (the cross-correlation
/// that P. Boersma's Praat marks "pulses" by). Where there is no voice, there is a mark every 5 ms.
final class PitchMarker {
    /// The marks that are known, in order; the first is not younger than the one asked for last.
    private(set) var marks: [PitchMark] = []
    private let detector: PitchDetector
    private let samples: SampleHistory
    /// From one mark to the next where there is no voice.
    private let stride: Int
    private let longestPeriod: Int

    /// How far from its expected place a mark may lie, in periods.
    private static let tolerance = 0.15

    init(detector: PitchDetector, samples: SampleHistory, sampleRate: Int) {
        self.detector = detector
        self.samples = samples
        stride = Self.stride(sampleRate)
        longestPeriod = detector.longestPeriod
        // Before the first sample, so that what begins with it has a whole mark of its own.
        marks = [PitchMark(place: -stride, period: nil)]
    }

    /// How many samples the last mark is behind those that were taken, at most.
    static func latency(detector: PitchDetector, sampleRate: Int) -> Int {
        detector.latency + 2 * detector.longestPeriod + 2 * stride(sampleRate)
    }

    private static func stride(_ sampleRate: Int) -> Int {
        sampleRate / 200
    }

    /// Sets all marks that the samples allow.
    func advance() {
        while let last = marks.last, detector.known > last.place + stride, samples.end > last.place + 2 * longestPeriod {
            marks.append(next(behind: last))
        }
    }

    /// Forgets the marks before an index.
    func forget(before index: Int) {
        marks.removeFirst(index)
    }

    private func next(behind last: PitchMark) -> PitchMark {
        guard let period = detector.period(at: last.place + stride) else {
            return PitchMark(place: last.place + stride, period: nil)
        }
        let place = last.period == nil ? highestPeak(from: last.place + stride / 2, within: Int(period)) : mostAlike(last.place, period: period)
        return PitchMark(place: place, period: period)
    }

    private func highestPeak(from start: Int, within count: Int) -> Int {
        let samples = samples.pointer(at: start)
        return start + ((0..<count).max { abs(samples[$0]) < abs(samples[$1]) } ?? 0)
    }

    /// The place about a period behind `place` whose surroundings are most alike.
    private func mostAlike(_ place: Int, period: Double) -> Int {
        let length = (Int(period) + 7) / 8 * 8
        let reach = max(2, Int(Self.tolerance * period))
        let expected = place + Int(period.rounded())
        let here = samples.pointer(at: place - length / 2)
        let there = samples.pointer(at: expected - length / 2)
        func likeness(_ shift: Int) -> Float {
            let other = there + shift
            return here.dotProduct(other, length) / max(other.dotProduct(other, length), 1e-12).squareRoot()
        }
        var best = 0
        var highest = likeness(0)
        func consider(_ shift: Int) {
            let value = likeness(shift)
            if value > highest { (best, highest) = (shift, value) }
        }
        // In steps of two, and then beside the best.
        for shift in Swift.stride(from: 2, through: reach, by: 2) {
            consider(shift)
            consider(-shift)
        }
        let coarse = best
        consider(coarse - 1)
        consider(coarse + 1)
        return expected + best
    }
}
