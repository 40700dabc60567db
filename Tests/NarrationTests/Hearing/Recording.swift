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

    private static let step = 0.001
    private static let window = 0.008

    /// The windows in which there is sound: of 8 ms, a millisecond apart, and not 34 dB under the loudest.
    private var loudWindows: [Int] {
        let levels = stride(from: 0, to: duration - Self.window, by: Self.step).map { level(from: $0, to: $0 + Self.window) }
        let threshold = (levels.max() ?? 0) / 50
        return levels.indices.filter { levels[$0] > threshold }
    }

    /// The longest silence inside: from where the sound falls to where it rises again, in seconds; nil where there is none.
    var longestSilence: Range<Double>? {
        let loud = loudWindows
        let pairs = zip(loud, loud.dropFirst())
        guard let longest = pairs.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }), longest.1 > longest.0 + 1 else { return nil }
        return Self.middle(of: longest.0)..<Self.middle(of: longest.1)
    }

    /// From the first sound to the last, in seconds; nil where there is none.
    var sound: Range<Double>? {
        let loud = loudWindows
        guard let first = loud.first, let last = loud.last, first < last else { return nil }
        return Self.middle(of: first)..<Self.middle(of: last)
    }

    /// Sound ends in the last loud window's middle, and begins in the middle of the first.
    private static func middle(of window: Int) -> Double {
        Double(window) * step + Self.window / 2
    }
}
