import Glibc

/// How much of a sound stands still: tones that keep their frequency for a third of a second, as the notes of instruments do, and hardly a voice, which
/// glides even in a slow vowel. It follows the peaks of the spectrum, where those of hisses lie too far apart to be taken for one another by chance.
///
/// By this measure people who read aloud, and engines that speak, have up to 0.12; melodies and chords of steady tones have 0.65 and more.
public enum HeldTones {
    /// How much is looked at, and from one look to the next, in seconds.
    private static let (length, interval) = (0.128, 0.032)
    /// How many looks a tone is held for on each side of the one in which it is judged.
    private static let reach = 3
    /// How far it may move, in Hz.
    private static let tolerance = 5.0
    /// Where tones are looked for, in Hz.
    private static let frequencies = 100.0...1500.0
    /// How far under the strongest peak of a look one counts, as a ratio of powers: 26 dB.
    private static let weakest: Float = 2.5e-3
    /// How far under the loud looks one counts, as a ratio of powers: 13 dB.
    private static let softest: Float = 0.05

    /// The share of tones that are held in the power of all peaks, 0 to 1, over the loud stretches of a recording.
    ///
    /// - Parameters:
    ///   - samples: One channel, full scale at 1.
    ///   - sampleRate: Samples a second, at least 8000.
    public static func share(in samples: [Float], sampleRate: Int) -> Double {
        let looks = looks(at: samples, sampleRate: Double(sampleRate))
        guard looks.count > 2 * reach else { return 0 }
        let loud = softest * looks.map(\.power).sorted()[looks.count * 9 / 10]
        var (held, all) = (0.0, 0.0)
        for middle in reach..<looks.count - reach {
            let around = looks[middle - reach...middle + reach]
            guard around.allSatisfy({ $0.power > loud }) else { continue }
            let peaks = looks[middle].peaks
            let still = peaks.filter { peak in around.allSatisfy { $0.hasPeak(at: peak.frequency) } }
            held += still.reduce(0) { $0 + Double($1.power) }
            all += peaks.reduce(0) { $0 + Double($1.power) }
        }
        return all > 0 ? held / all : 0
    }

    private struct Peak {
        /// In Hz.
        var frequency: Double
        var power: Float
    }

    private struct Look {
        var power: Float
        /// Ascending.
        var peaks: [Peak]

        func hasPeak(at frequency: Double) -> Bool {
            var (low, high) = (0, peaks.count)
            while low < high {
                let middle = (low + high) / 2
                if peaks[middle].frequency < frequency - tolerance { low = middle + 1 } else { high = middle }
            }
            return low < peaks.count && peaks[low].frequency <= frequency + tolerance
        }
    }

    private static func looks(at samples: [Float], sampleRate: Double) -> [Look] {
        let (window, hop) = (Int(length * sampleRate), Int(interval * sampleRate))
        var size = 256
        while size < 2 * window { size *= 2 }
        let transform = FourierTransform(size: size)
        let fade = (0..<window).map { Float(HannWindow.value(at: Double($0), of: window)) }
        let bins = Int(frequencies.lowerBound / sampleRate * Double(size))..<min(size / 2, Int(frequencies.upperBound / sampleRate * Double(size)))
        var buffer = [Float](repeating: 0, count: size)
        var (real, imaginary) = ([Float](repeating: 0, count: size / 2 + 1), [Float](repeating: 0, count: size / 2 + 1))
        return stride(from: 0, through: samples.count - window, by: hop).map { start in
            for index in 0..<window { buffer[index] = samples[start + index] * fade[index] }
            transform.transform(buffer, &real, &imaginary)
            let powers = real.indices.map { real[$0] * real[$0] + imaginary[$0] * imaginary[$0] + 1e-12 }
            return Look(power: powers[bins].reduce(0, +), peaks: peaks(of: powers, in: bins, width: sampleRate / Double(size)))
        }
    }

    /// The peaks between bins that are `width` Hz wide; where one lies between bins tells the parabola through three logarithms.
    private static func peaks(of powers: [Float], in bins: Range<Int>, width: Double) -> [Peak] {
        let least = weakest * (powers[bins].max() ?? 0)
        return bins.compactMap { bin in
            let power = powers[bin]
            guard power > least, power > powers[bin - 1], power >= powers[bin + 1] else { return nil }
            let (left, middle, right) = (log(Double(powers[bin - 1])), log(Double(power)), log(Double(powers[bin + 1])))
            let shift = (left - right) / (2 * (left - 2 * middle + right))
            return Peak(frequency: (Double(bin) + shift) * width, power: power)
        }
    }
}
