import Audio
import Foundation
import Speech

/// Decoded audio, and what can be heard in it.
struct Recording {
    /// Full scale at 1.
    let samples: [Float]
    let sampleRate: Int
    /// The sum of the squares of all samples before each, so that any stretch's level costs a subtraction.
    private let energy: [Double]

    init(decoding bytes: [UInt8], sampleRate: Int) throws {
        self.init(samples: try AudioDecoder.samples(of: ByteSource(bytes), sampleRate: sampleRate, maximumDuration: 600), sampleRate: sampleRate)
    }

    init(samples: [Float], sampleRate: Int) {
        self.samples = samples
        self.sampleRate = sampleRate
        var sums: [Double] = [0]
        sums.reserveCapacity(samples.count + 1)
        var sum = 0.0
        for sample in samples {
            sum += Double(sample * sample)
            sums.append(sum)
        }
        energy = sums
    }

    /// In seconds.
    var duration: Double {
        Double(samples.count) / Double(sampleRate)
    }

    /// The root mean square between two times in seconds.
    func level(from start: Double = 0, to end: Double = .infinity) -> Double {
        let first = min(max(0, Int(start * Double(sampleRate))), samples.count)
        let last = end.isFinite ? min(max(first, Int(end * Double(sampleRate))), samples.count) : samples.count
        return first < last ? ((energy[last] - energy[first]) / Double(last - first)).squareRoot() : 0
    }

    /// The largest magnitude.
    var peak: Float {
        samples.reduce(0) { max($0, abs($1)) }
    }

    /// In LUFS.
    var loudness: Double? {
        var meter = LoudnessMeter(sampleRate: sampleRate)
        meter.measure(samples)
        return meter.finish().integrated
    }

    /// The longest silence inside: from where the sound falls to where it rises again, in seconds; nil where there is none.
    ///
    /// A window of 8 ms is silent 34 dB under the loudest; windows follow each other every millisecond.
    var longestSilence: Range<Double>? {
        let step = 0.001
        let window = 0.008
        let levels = stride(from: 0, to: duration - window, by: step).map { level(from: $0, to: $0 + window) }
        let threshold = (levels.max() ?? 0) / 50
        let loud = levels.indices.filter { levels[$0] > threshold }
        let pairs = zip(loud, loud.dropFirst())
        guard let longest = pairs.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }), longest.1 > longest.0 + 1 else { return nil }
        // Sound ends in the last loud window's middle, and begins in the middle of the first.
        return Double(longest.0) * step + window / 2..<Double(longest.1) * step + window / 2
    }
}
