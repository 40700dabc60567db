import Glibc

/// Takes the silence off both ends of a recording, and shortens long pauses inside it.
public enum PauseTrimmer {
    /// How long a moment is, in seconds.
    private static let moment = 0.01
    /// What is left of silence at the ends, in seconds.
    private static let end = 0.1
    /// What is left of a pause on each of its sides, in seconds.
    private static let side = 0.3
    /// How long one side of a cut fades into the other, in seconds.
    private static let fade = 0.01
    /// How far under its loudest moments a recording is silent at the most and at the least, in dB.
    private static let depths: ClosedRange<Float> = 20...40
    /// How far over its softest moments it is still silent, in dB.
    private static let overNoise: Float = 6

    /// A recording without long silences; one in which all is silent is left as it is.
    ///
    /// - Parameters:
    ///   - samples: One channel, full scale at 1.
    ///   - sampleRate: Samples a second.
    public static func trimmed(_ samples: [Float], sampleRate: Int) -> [Float] {
        let kept = kept(of: samples, sampleRate: sampleRate)
        guard let first = kept.first else { return samples }
        let fade = Int(fade * Double(sampleRate))
        var trimmed = Array(samples[first])
        for range in kept.dropFirst() {
            let length = min(fade, trimmed.count, range.count)
            for index in 0..<length {
                let share = Float(index + 1) / Float(length + 1)
                let place = trimmed.count - length + index
                trimmed[place] = (1 - share) * trimmed[place] + share * samples[range.lowerBound + index]
            }
            trimmed += samples[(range.lowerBound + length)..<range.upperBound]
        }
        return trimmed
    }

    /// The stretches that are left.
    private static func kept(of samples: [Float], sampleRate: Int) -> [Range<Int>] {
        let length = max(1, Int(moment * Double(sampleRate)))
        let levels = stride(from: 0, to: samples.count, by: length).map { start in
            let moment = samples[start..<min(start + length, samples.count)]
            return 10 * log10f(max(1e-12, moment.reduce(0) { $0 + $1 * $1 } / Float(moment.count)))
        }
        let threshold = threshold(levels)
        let loud = levels.indices.filter { levels[$0] > threshold }
        guard let first = loud.first, let last = loud.last else { return [] }
        let (end, side) = (Int(end * Double(sampleRate)), Int(side * Double(sampleRate)))
        let whole = max(0, first * length - end)..<min(samples.count, (last + 1) * length + end)
        var kept: [Range<Int>] = []
        for index in loud {
            let range = (index * length - side..<(index + 1) * length + side).clamped(to: whole)
            if let previous = kept.last, range.lowerBound <= previous.upperBound {
                kept[kept.count - 1] = previous.lowerBound..<range.upperBound
            } else {
                kept.append(range)
            }
        }
        return kept
    }

    /// The level in dB up to which a moment is silent.
    private static func threshold(_ levels: [Float]) -> Float {
        let sorted = levels.sorted()
        guard let loudest = sorted.last else { return 0 }
        let loud = sorted[sorted.count * 95 / 100]
        // A single click does not make speech silent.
        let depth = max(depths.lowerBound, min(depths.upperBound, loud - sorted[sorted.count / 20] - overNoise))
        return max(-90, min(loudest, loud) - depth)
    }
}
