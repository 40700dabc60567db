/// Takes steady noise out of speech: hiss, hum, the fan of a computer.
///
/// Each frequency is turned down by Wiener's filter where noise drowns it. How far it is over the noise is told from the moment before and the present one
/// (Y. Ephraim and D. Malah, "Speech enhancement using a minimum mean-square error short-time spectral amplitude estimator", 1984), which leaves no ringing,
/// and then again from what that lets through, so that beginnings are not lost (C. Plapous and others, "Improved signal-to-noise ratio estimation for
/// speech enhancement", 2006).
public enum NoiseReducer {
    /// How much the moment before counts for.
    private static let memory: Float = 0.94
    /// The least ratio of speech to noise, and the least amplitude: what is left sounds like softer noise, 20 dB down.
    private static let (leastRatio, leastGain): (Float, Float) = (0.003, 0.1)

    /// A recording with less noise, as long as before; one shorter than a window is left as it is.
    ///
    /// - Parameters:
    ///   - samples: One channel, full scale at 1.
    ///   - sampleRate: Samples a second.
    public static func reduce(_ samples: [Float], sampleRate: Int) -> [Float] {
        let spectrum = ShortTimeSpectrum(sampleRate: sampleRate)
        guard samples.count >= spectrum.size else { return samples }
        let noise = samples.withUnsafeBufferPointer { SteadyNoise(in: $0, spectrum: spectrum) }
        // Every sample lies in four windows.
        let margin = [Float](repeating: 0, count: spectrum.size)
        let padded = margin + samples + margin
        var output = [Float](repeating: 0, count: padded.count)
        var before = [Float](repeating: 0, count: spectrum.binCount)
        padded.withUnsafeBufferPointer { padded in
            output.withUnsafeMutableBufferPointer { output in
                for start in stride(from: 0, through: padded.count - spectrum.size, by: spectrum.hop) {
                    spectrum.look(at: padded.baseAddress! + start)
                    turnDown(spectrum, noise, &before)
                    spectrum.add(to: output.baseAddress! + start)
                }
            }
        }
        return Array(output[spectrum.size..<spectrum.size + samples.count])
    }

    /// Turns down what is drowned in a window.
    ///
    /// - Parameter before: How far the speech was over the noise in the window before, in each bin; becomes that of this window.
    private static func turnDown(_ spectrum: ShortTimeSpectrum, _ noise: SteadyNoise, _ before: inout [Float]) {
        noise.powers.withUnsafeBufferPointer { powers in
            before.withUnsafeMutableBufferPointer { before in
                for bin in 0..<spectrum.binCount {
                    let heard = spectrum.power(bin) / powers[bin]
                    let ratio = max(leastRatio, memory * before[bin] + (1 - memory) * max(0, heard - 1))
                    let gain = ratio / (1 + ratio)
                    let speech = gain * gain * heard
                    before[bin] = speech
                    let amplitude = max(speech / (1 + speech), leastGain)
                    spectrum.real[bin] *= amplitude
                    spectrum.imaginary[bin] *= amplitude
                }
            }
        }
    }
}
