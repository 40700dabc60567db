/// Changes a voice's pitch and formants, and leaves every sound at its place and as long as it was.
///
/// Pitch-synchronous overlap-add (E. Moulines and F. Charpentier, "Pitch-synchronous waveform processing techniques for text-to-speech synthesis using
/// diphones", 1990): each period is taken out under a window, and put back at the distance of the new period; some are put back twice or
/// not at all, so that time stays. Played faster or slower, a period changes its formants (K. Lent, "An efficient method for pitch shifting digitally
/// sampled sounds", 1989). What has no voice is put back where it was.
final class VoiceShifter: AudioEffect {
    let latency: Int

    private let ratio: Double
    private let robot: RobotPitch?
    private let history: SampleHistory
    private let detector: PitchDetector
    private let marker: PitchMarker
    private let output: OverlapAdder
    /// The longest that a period reaches to either side of its place, in samples.
    private let reach: Int
    /// Where the last period was put.
    private var place: Double
    /// The mark whose period that was, among the marker's.
    private var index = 0

    /// - Parameter robot: the pitch that is kept to; nil for the voice's own, changed as the size says.
    init(size: SpeakerSize, robot: RobotPitch?, sampleRate: Int) {
        ratio = size.ratio
        self.robot = robot
        detector = PitchDetector(sampleRate: sampleRate)
        let longest = detector.longestPeriod
        reach = 2 * longest
        // Behind the last mark: the two marks that follow a place have to be known, and it is a step behind its next.
        latency = PitchMarker.latency(detector: detector, sampleRate: sampleRate) + 4 * longest + reach
        history = SampleHistory(kept: latency + 2 * reach)
        marker = PitchMarker(detector: detector, samples: history, sampleRate: sampleRate)
        place = Double(marker.marks[0].place)
        output = OverlapAdder(latency: latency, reach: reach)
    }

    func process(_ samples: UnsafeMutableBufferPointer<Float>) {
        history.append(samples.baseAddress!, count: samples.count)
        detector.take(samples)
        marker.advance()
        while putNext() {}
        output.hand(out: samples, finishedBefore: Int(place) - reach)
        if index > 64 {
            marker.forget(before: index - 1)
            index = 1
        }
    }

    /// Puts the next period at its place.
    ///
    /// - Returns: false when that takes marks that are not known yet.
    private func putNext() -> Bool {
        let marks = marker.marks
        guard let next = nextPeriod(marks) else { return false }
        (index, place) = next
        put(marks[index], behind: marks[index - 1].place, before: marks[index + 1].place)
        return true
    }

    /// The mark whose period is put next, and where; nil when that takes marks that are not known yet.
    private func nextPeriod(_ marks: [PitchMark]) -> (index: Int, place: Double)? {
        var next = index + 1
        guard let period = marks[index].period else {
            return next + 1 < marks.count ? (next, Double(marks[next].place)) : nil
        }
        let place = placeBehind(period)
        while next < marks.count, Double(marks[next].place) < place { next += 1 }
        guard next + 1 < marks.count else { return nil }
        let previous = Double(marks[next - 1].place)
        // The first mark has none before it, to tell how long its period is.
        let isPreviousNearer = next > 1 && place - previous < Double(marks[next].place) - place
        let nearest = isPreviousNearer ? next - 1 : next
        guard marks[nearest].period == nil else { return (nearest, place) }
        // What has no voice stays where it was.
        return isPreviousNearer && previous > self.place ? (nearest, previous) : (next, Double(marks[next].place))
    }

    private func placeBehind(_ period: Double) -> Double {
        // All periods of a robot are on one grid: its pitch goes through where its voice is broken off.
        robot.map { Double((Int(place) / $0.period + 1) * $0.period) } ?? place + period / ratio
    }

    private func put(_ mark: PitchMark, behind last: Int, before next: Int) {
        let source = history.pointer(at: mark.place)
        let (left, right) = (Double(mark.place - last), Double(next - mark.place))
        guard let period = mark.period else {
            // Played at another speed, neighbours are unlike each other: their powers are to add up, not their amplitudes.
            let window: OverlapAdder.Window = ratio == 1 ? .hann : .sine
            return output.add(source, speed: ratio, at: place, left: left, right: right, window: window, gain: 1)
        }
        // The fewer periods there are in a second, the louder each has to be.
        let distance = robot.map { Double($0.period) } ?? period / ratio
        let gain = (distance * ratio / period).squareRoot()
        let longest = 1.2 * period
        output.add(
            source, speed: ratio, at: place, left: min(left, longest) / ratio, right: min(right, longest) / ratio, window: .hann, gain: Float(gain))
    }
}
