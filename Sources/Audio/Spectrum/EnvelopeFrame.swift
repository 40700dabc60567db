import Glibc
import Speech

/// One look at a stretch of sound: its spectrum, and its levels in the bands of `EnvelopeScale`.
final class EnvelopeFrame {
    /// How many samples are looked at.
    let window: Int
    /// How many the transform takes; the window lies in their middle.
    let size: Int
    /// The spectrum, which may be changed before ``samples(into:)``.
    let real: UnsafeMutablePointer<Float>
    let imaginary: UnsafeMutablePointer<Float>
    /// The natural logarithms of power in a hertz, full scale at 1, in each band.
    let levels: UnsafeMutablePointer<Float>

    private let transform: FourierTransform
    private let fade: UnsafeMutablePointer<Float>
    private let buffer: UnsafeMutablePointer<Float>
    private let power: UnsafeMutablePointer<Float>
    /// Of each band the first bin, and what each bin from there on counts for.
    private let bands: [(first: Int, weights: [Float])]
    /// Of each bin the band below, and the share of the one above.
    private let places: [(band: Int, share: Float)]
    private let scale: Float
    /// How wide a bin is, in Hz.
    private let binWidth: Float

    /// How much is looked at, in seconds.
    private static let length = 0.025
    /// Power in a hertz that counts as silence: -120 dB of full scale, spread over the bands.
    private static let silence: Float = 1e-16

    /// - Parameter sampleRate: samples a second.
    init(sampleRate: Int) {
        let length = Int(Self.length * Double(sampleRate))
        var size = 256
        while size * 5 / 4 < length { size *= 2 }
        self.size = size
        window = min(length, size * 15 / 16) / 4 * 4
        transform = FourierTransform(size: size)
        let bins = size / 2 + 1
        real = .allocate(capacity: bins)
        imaginary = .allocate(capacity: bins)
        power = .allocate(capacity: bins)
        buffer = .allocate(capacity: size)
        fade = .allocate(capacity: window)
        levels = .allocate(capacity: EnvelopeScale.bandCount)
        levels.initialize(repeating: 0, count: EnvelopeScale.bandCount)
        var energy = 0.0
        for index in 0..<window {
            let value = HannWindow.value(at: Double(index), of: window)
            fade[index] = Float(value)
            energy += value * value
        }
        scale = Float(1 / (energy * Double(sampleRate)))
        let hertz = Double(sampleRate) / Double(size)
        binWidth = Float(hertz)
        bands = (0..<EnvelopeScale.bandCount).map { Self.band($0, bins: bins, hertz: hertz) }
        places = (0..<bins).map { Self.place(ofHertz: Double($0) * hertz) }
    }

    deinit {
        for memory in [real, imaginary, power, buffer, fade, levels] { memory.deallocate() }
    }

    /// Looks at ``window`` samples.
    func look(at samples: UnsafePointer<Float>) {
        let start = (size - window) / 2
        buffer.update(repeating: 0, count: size)
        let middle = buffer + start
        for index in 0..<window { middle[index] = samples[index] * fade[index] }
        transform.transform(buffer, real, imaginary)
        for index in 0...size / 2 { power[index] = scale * (real[index] * real[index] + imaginary[index] * imaginary[index]) }
        for (index, band) in bands.enumerated() {
            let sum = band.weights.withUnsafeBufferPointer { UnsafePointer(power + band.first).dotProduct($0.baseAddress!, $0.count) }
            levels[index] = logf(sum + Self.silence)
        }
    }

    /// The mean square of what was looked at, full scale at 1.
    var meanSquare: Float {
        var sum: Float = 0
        for index in 0...size / 2 { sum += power[index] }
        // Power in a hertz, on both sides of 0 Hz, in bins that are as wide as the rate through the size.
        return 2 * sum * binWidth
    }

    /// Multiplies the spectrum by amplitudes, one for each band, and what lies between by what lies between.
    func amplify(_ amplitudes: UnsafePointer<Float>) {
        for index in 0...size / 2 {
            let place = places[index]
            let below = amplitudes[place.band]
            let amplitude = below + place.share * (amplitudes[min(place.band + 1, EnvelopeScale.bandCount - 1)] - below)
            real[index] *= amplitude
            imaginary[index] *= amplitude
        }
    }

    /// The ``size`` samples of the spectrum as it is now; the window begins half of what is longer behind the first.
    func samples(into samples: UnsafeMutablePointer<Float>) {
        transform.invert(real, imaginary, samples)
    }

    private static func band(_ index: Int, bins: Int, hertz: Double) -> (first: Int, weights: [Float]) {
        let (low, middle, high) = (EnvelopeScale.edges[index], EnvelopeScale.edges[index + 1], EnvelopeScale.edges[index + 2])
        let weights = (0..<bins).map { bin -> Double in
            let frequency = Double(bin) * hertz
            return max(0, min((frequency - low) / (middle - low), (high - frequency) / (high - middle)))
        }
        guard let first = weights.firstIndex(where: { $0 > 0 }), let last = weights.lastIndex(where: { $0 > 0 }) else {
            return (min(bins - 1, Int((middle / hertz).rounded())), [1])
        }
        let sum = weights.reduce(0, +)
        return (first, weights[first...last].map { Float($0 / sum) })
    }

    private static func place(ofHertz frequency: Double) -> (band: Int, share: Float) {
        let middles = EnvelopeScale.edges.dropFirst().dropLast()
        let above = middles.firstIndex { $0 > frequency } ?? middles.endIndex
        guard above > middles.startIndex else { return (0, 0) }
        guard above < middles.endIndex else { return (EnvelopeScale.bandCount - 1, 0) }
        let share = (frequency - middles[above - 1]) / (middles[above] - middles[above - 1])
        return (above - 1 - middles.startIndex, Float(share))
    }
}
