import Glibc

/// Follows the pitch of a voice: every 10 ms the lag at which it is most like itself.
///
/// The normalised cross-correlation of D. Talkin, "A robust algorithm for pitch tracking (RAPT)", 1995, of the voice below 900 Hz at about 4000 samples a
/// second. Twice the period is as alike as the period: the shortest lag that is nearly as good as the best is taken, or one near the last period.
final class PitchDetector {
    /// The longest period that is found, in samples: that of 50 Hz.
    let longestPeriod: Int
    /// How many samples the pitch that is known is behind those that were taken, at most.
    let latency: Int

    /// From one look to the next, in seconds.
    private static let interval = 0.01
    /// How much of the voice is compared with itself, in seconds.
    private static let window = 0.02
    /// The pitches that are found, in Hz.
    private static let pitches = 50.0...500.0
    private static let cutoff = 900.0
    /// How alike a voice is to itself, at least, when it begins and while it goes on.
    private static let (onset, continuation): (Float, Float) = (0.7, 0.5)
    /// The part of the best likeness with which a shorter lag is preferred, and one near the last period.
    private static let (shorter, steady): (Float, Float) = (0.88, 0.85)
    /// The mean square of a window under which there is no voice: -80 dB.
    private static let silence: Float = 1e-8

    /// One sample of so many is looked at.
    private let decimation: Int
    private let window: Int
    private let hop: Int
    private let lags: ClosedRange<Int>
    private var filter: BiquadCascade
    private let filtered: SampleHistory
    private let slow: SampleHistory
    private let scratch: UnsafeMutablePointer<Float>
    /// How alike the voice is at each lag; one more at either end.
    private var likeness: [Float]
    /// The sums of the squares up to each sample of what is looked at.
    private var energies: [Float]
    /// The period at each look, in samples; 0 where there is no voice.
    private var periods: [Float] = []
    /// The first look that is still kept.
    private var firstLook = 0

    /// Samples that can be taken at a time.
    private static let capacity = 256
    /// Looks that are kept, at most: the last half of them at least.
    private static let memory = 256

    init(sampleRate: Int) {
        decimation = max(1, (sampleRate + 2000) / 4000)
        let rate = Double(sampleRate) / Double(decimation)
        window = (Int(Self.window * rate) + 7) / 8 * 8
        hop = Int(Self.interval * rate)
        lags = Int(rate / Self.pitches.upperBound)...Int((rate / Self.pitches.lowerBound).rounded(.up))
        longestPeriod = lags.upperBound * decimation
        filter = BiquadCascade(BiquadCascade.butterworthQualities(order: 4).map { .lowPass(Self.cutoff, quality: $0, sampleRate: sampleRate) })
        filtered = SampleHistory(kept: Self.capacity)
        slow = SampleHistory(kept: 2 * (window + lags.upperBound) + Self.capacity)
        scratch = .allocate(capacity: Self.capacity)
        likeness = Array(repeating: 0, count: lags.count + 2)
        energies = Array(repeating: 0, count: window + lags.upperBound + 2)
        latency = decimation * (hop + (window + lags.upperBound) / 2 + 2)
    }

    deinit {
        scratch.deallocate()
    }

    /// Takes the next samples, at most 256.
    func take(_ samples: UnsafeMutableBufferPointer<Float>) {
        let place = filtered.end
        scratch.update(from: samples.baseAddress!, count: samples.count)
        filter.filter(UnsafeMutableBufferPointer(start: scratch, count: samples.count))
        filtered.append(scratch, count: samples.count)
        var count = 0
        var next = (place + decimation - 1) / decimation * decimation
        while next < filtered.end {
            scratch[count] = filtered.pointer(at: next).pointee
            count += 1
            next += decimation
        }
        slow.append(scratch, count: count)
        // The half of the window and of the longest lag, and a sample on either side.
        while (firstLook + periods.count) * hop + (window + lags.upperBound) / 2 + 2 <= slow.end { look() }
    }

    /// The place up to which the pitch is known.
    var known: Int {
        (firstLook + periods.count) * hop * decimation
    }

    /// The period around a place that is known and not long past, in samples; nil where there is no voice.
    func period(at place: Int) -> Double? {
        let look = max(0, place / (hop * decimation) - firstLook)
        return periods[look] > 0 ? Double(periods[look]) : nil
    }

    private func look() {
        if periods.count == Self.memory {
            periods.removeFirst(Self.memory / 2)
            firstLook += Self.memory / 2
        }
        periods.append(findPeriod(around: (firstLook + periods.count) * hop))
    }

    private func findPeriod(around center: Int) -> Float {
        let span = window + lags.upperBound + 1
        let start = slow.pointer(at: center - span / 2)
        guard start.dotProduct(start, span) > Self.silence * Float(span) else { return 0 }
        let last = periods.last ?? 0
        measureLikeness(start, span: span)
        let inner = 1...lags.count
        let best = likeness[inner].max() ?? 0
        guard best > (last > 0 ? Self.continuation : Self.onset) else { return 0 }
        let peaks = inner.filter { likeness[$0] >= likeness[$0 - 1] && likeness[$0] >= likeness[$0 + 1] }
        let near = peaks.filter { likeness[$0] >= Self.steady * best && abs(lag(of: $0) * Float(decimation) / max(last, 1) - 1) < 0.2 }
        let chosen = near.max { likeness[$0] < likeness[$1] } ?? peaks.first { likeness[$0] >= Self.shorter * best }
        return chosen.map { Float(decimation) * refined($0) } ?? 0
    }

    /// Compares windows a lag apart, whose middle is the span's middle, for each lag.
    private func measureLikeness(_ samples: UnsafePointer<Float>, span: Int) {
        energies.withUnsafeMutableBufferPointer { energies in
            for index in 0..<span { energies[index + 1] = energies[index] + samples[index] * samples[index] }
        }
        for index in likeness.indices {
            let lag = index + lags.lowerBound - 1
            let first = (span - window - lag) / 2
            let energy = (energies[first + window] - energies[first]) * (energies[first + lag + window] - energies[first + lag])
            let product = (samples + first).dotProduct(samples + (first + lag), window)
            likeness[index] = energy > 0 ? product / energy.squareRoot() : 0
        }
    }

    private func lag(of index: Int) -> Float {
        Float(index + lags.lowerBound - 1)
    }

    /// The lag at the top of the parabola through a peak and its neighbours.
    private func refined(_ index: Int) -> Float {
        let (left, middle, right) = (likeness[index - 1], likeness[index], likeness[index + 1])
        let curve = left - 2 * middle + right
        return lag(of: index) + (curve < 0 ? (left - right) / (2 * curve) : 0)
    }
}
