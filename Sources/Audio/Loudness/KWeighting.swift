import Glibc

/// The two filters of ITU-R BS.1770-4, annex 1, for any sample rate.
///
/// The standard's 48 kHz coefficients are bilinear transforms of two second-order analog filters. Their frequencies, qualities and gain, found
/// by solving the transform backwards, are those that libebur128 uses (`ebur128_init_filter`, after Brecht De Man, "Evaluation of
/// implementations of the EBU R128 loudness measurement", AES 145, 2018); transformed at 48 kHz they give back the standard's coefficients.
struct KWeighting {
    private var shelf: Biquad
    private var highPass: Biquad

    /// The filters at a rate in Hz, at rest.
    init(sampleRate: Int) {
        shelf = Self.shelf(sampleRate: Double(sampleRate))
        highPass = Self.highPass(sampleRate: Double(sampleRate))
    }

    /// Filters samples.
    ///
    /// - Returns: the sum of the squares of what comes out, and the largest magnitude of what goes in. What is not a number counts as 0.
    @inline(__always)
    mutating func measure<Sample>(_ samples: UnsafeBufferPointer<Sample>, _ value: (Sample) -> Float) -> (energy: Double, peak: Float) {
        var shelf = shelf
        var highPass = highPass
        var energy = 0.0
        var peak: Float = 0
        for sample in samples {
            let input = value(sample)
            let magnitude = abs(input)
            let isUsable = magnitude < 1e6
            let output = highPass.filter(shelf.filter(isUsable ? Double(input) : 0))
            energy += output * output
            peak = isUsable && magnitude > peak ? magnitude : peak
        }
        // Numbers too small for the processor's fast path would slow down silence by a factor of ten.
        shelf.settle()
        highPass.settle()
        self.shelf = shelf
        self.highPass = highPass
        return (energy, peak)
    }

    /// The high shelf: +4 dB above 1.7 kHz, for the sound field around a head.
    private static func shelf(sampleRate: Double) -> Biquad {
        let quality = 0.707_175_236_955_419_6
        let gain = pow(10, 3.999_843_853_973_347 / 20)
        let bandGain = pow(gain, 0.499_666_774_154_541_6)
        let k = tan(Double.pi * 1681.974_450_955_533 / sampleRate)
        let scale = 1 + k / quality + k * k
        return Biquad(
            b0: (gain + bandGain * k / quality + k * k) / scale,
            b1: 2 * (k * k - gain) / scale,
            b2: (gain - bandGain * k / quality + k * k) / scale,
            a1: 2 * (k * k - 1) / scale,
            a2: (1 - k / quality + k * k) / scale)
    }

    /// The high-pass at 38 Hz; its numerator is not normalised, as in the standard.
    private static func highPass(sampleRate: Double) -> Biquad {
        let quality = 0.500_327_037_323_877_3
        let k = tan(Double.pi * 38.135_470_876_024_44 / sampleRate)
        let scale = 1 + k / quality + k * k
        return Biquad(b0: 1, b1: -2, b2: 1, a1: 2 * (k * k - 1) / scale, a2: (1 - k / quality + k * k) / scale)
    }
}
