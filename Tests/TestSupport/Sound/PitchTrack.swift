import Foundation

/// The pitch of speech, frame by frame: the lag at which a frame is most like itself (normalized autocorrelation; L. Rabiner, "On the use of
/// autocorrelation analysis for pitch detection", 1977).
public struct PitchTrack: Sendable {
    /// The pitch of each voiced frame, in Hz.
    public let frequencies: [Double]
    /// When each of them begins, in seconds.
    public let times: [Double]

    /// - Parameters:
    ///   - samples: One channel.
    ///   - range: The pitches that are looked for, in Hz.
    ///   - likeness: How much a frame has to be like itself to be voiced, up to 1; where the pitch moves fast, it is so less.
    public init(_ samples: [Float], sampleRate: Int, range: ClosedRange<Double> = 50...500, likeness: Float = 0.7) {
        let rate = Double(sampleRate)
        let length = Int(0.04 * rate)
        let lags = Int(rate / range.upperBound)...Int(rate / range.lowerBound)
        let pitches = samples.withUnsafeBufferPointer { samples in
            let loudest = stride(from: 0, to: samples.count, by: length).map { Self.energy(of: samples, from: $0, length: length) }.max() ?? 0
            return stride(from: 0, to: samples.count - 2 * length, by: Int(0.02 * rate)).compactMap { start -> (time: Double, frequency: Double)? in
                guard Self.energy(of: samples, from: start, length: length) > loudest / 25 else { return nil }
                return Self.pitch(of: samples, from: start, length: length, lags: lags, likeness).map { (Double(start) / rate, rate / $0) }
            }
        }
        frequencies = pitches.map(\.frequency)
        times = pitches.map(\.time)
    }

    /// The middle of all frames' pitches, in Hz.
    public var median: Double {
        quantile(0.5)
    }

    /// How far the middle 80 % of the frames lie apart, in semitones.
    public var spread: Double {
        12 * log2(quantile(0.9) / quantile(0.1))
    }

    private func quantile(_ share: Double) -> Double {
        let sorted = frequencies.sorted()
        return sorted.isEmpty ? .nan : sorted[Int(Double(sorted.count - 1) * share)]
    }

    /// The sum of the squares of a frame's samples, as far as there are some.
    private static func energy(of samples: UnsafeBufferPointer<Float>, from start: Int, length: Int) -> Float {
        var sum: Float = 0
        var index = start
        while index < min(start + length, samples.count) {
            sum += samples[index] * samples[index]
            index += 1
        }
        return sum
    }

    /// The period in samples; nil for a frame that is not voiced.
    private static func pitch(of samples: UnsafeBufferPointer<Float>, from start: Int, length: Int, lags: ClosedRange<Int>, _ least: Float) -> Double?
    {
        guard start + length + lags.upperBound + 1 < samples.count else { return nil }
        let likeness = (lags.lowerBound - 1...lags.upperBound + 1).map { lag -> Float in
            var product: Float = 0
            var here: Float = 0
            var there: Float = 0
            var index = start
            while index < start + length {
                product += samples[index] * samples[index + lag]
                here += samples[index] * samples[index]
                there += samples[index + lag] * samples[index + lag]
                index += 1
            }
            return product / max((here * there).squareRoot(), .leastNormalMagnitude)
        }
        guard let best = likeness.max(), best > least else { return nil }
        // Twice the period is as alike as the period: the first peak that is nearly as good is the one.
        let inner = 1..<likeness.count - 1
        let peak = inner.first { likeness[$0] >= 0.9 * best && likeness[$0] >= likeness[$0 - 1] && likeness[$0] >= likeness[$0 + 1] }
        guard let peak else { return nil }
        let (left, middle, right) = (Double(likeness[peak - 1]), Double(likeness[peak]), Double(likeness[peak + 1]))
        let curve = left - 2 * middle + right
        return Double(lags.lowerBound - 1 + peak) + (curve == 0 ? 0 : (left - right) / (2 * curve))
    }
}
