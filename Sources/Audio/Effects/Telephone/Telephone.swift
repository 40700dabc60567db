import Glibc

/// A voice through an old telephone: 300 to 3400 Hz (ITU-T G.712), and mildly overdriven, as a carbon microphone is.
final class Telephone: AudioEffect {
    private static let band = (lowest: 300.0, highest: 3400.0)
    /// How far the loudest sounds drive the microphone: 1 is where it gives 3 dB less than it should.
    private static let drive: Float = 1.8
    /// Samples over which the peak that is driven so far is a straight line.
    private static let step = 64
    /// Seconds in which that peak falls by 63 %.
    private static let releaseTime = 3.0
    /// The softest sound that is driven so far: -80 dB of full scale.
    private static let softest: Float = 0.0001

    private var microphone: BiquadCascade
    private var line: BiquadCascade
    private let release: Float
    /// The peak of the last seconds.
    private var peak = Telephone.softest

    init(sampleRate: Int) {
        let highPasses = BiquadCascade.butterworthQualities(order: 4).map { Biquad.highPass(Self.band.lowest, quality: $0, sampleRate: sampleRate) }
        let lowPasses = BiquadCascade.butterworthQualities(order: 8).map { Biquad.lowPass(Self.band.highest, quality: $0, sampleRate: sampleRate) }
        microphone = BiquadCascade([highPasses[0]])
        // Behind the microphone, because it makes sums and differences of tones that the line does not carry.
        line = BiquadCascade([highPasses[1]] + lowPasses)
        release = Float(exp(-Double(Self.step) / (Self.releaseTime * Double(sampleRate))))
    }

    func process(_ samples: UnsafeMutableBufferPointer<Float>) {
        microphone.filter(samples)
        for start in stride(from: 0, to: samples.count, by: Self.step) {
            let count = min(Self.step, samples.count - start)
            overdrive(UnsafeMutableBufferPointer(rebasing: samples[start..<start + count]))
        }
        line.filter(samples)
    }

    /// Bends samples: x becomes x / √(1 + x²), measured against the voice's own peak.
    private func overdrive(_ samples: UnsafeMutableBufferPointer<Float>) {
        let next = max(UnsafePointer(samples.baseAddress!).peak(samples.count), max(Self.softest, peak * release))
        let (first, slope) = (peak / Self.drive, (next - peak) / (Self.drive * Float(samples.count)))
        for index in samples.indices {
            let scale = first + slope * Float(index)
            let value = samples[index]
            samples[index] = value * scale / (scale * scale + value * value).squareRoot()
        }
        peak = next
    }
}
