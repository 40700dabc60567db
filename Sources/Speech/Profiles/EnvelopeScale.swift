import Foundation

/// How Mynah writes a spectral envelope down: levels in bands of the mel scale, and their cosine transform, the cepstrum.
///
/// The mel scale is that of D. O'Shaughnessy, "Speech communication", 1987; the cepstrum in it that of S. Davis and P. Mermelstein, "Comparison of
/// parametric representations for monosyllabic word recognition", 1980. The first numbers of a cepstrum tell of the vocal tract, the last of single
/// harmonics: those are left out.
public enum EnvelopeScale {
    /// How many bands there are.
    public static let bandCount = 32
    /// How many numbers a cepstrum has.
    public static let order = 24
    /// Where the bands end, in Hz.
    public static let highestFrequency = 8000.0

    /// The frequencies in Hz at which a band begins, is fullest and ends; the band `index` has `edges[index...index + 2]`.
    public static let edges: [Double] = (0..<bandCount + 2).map { step in
        hertz(ofMel: mel(ofHertz: highestFrequency) * Double(step) / Double(bandCount + 1))
    }

    /// What a band adds to each number of a cepstrum, for each band; the rows are orthonormal the other way round.
    public static let basis: [[Double]] = (0..<bandCount).map { band in
        (0..<order).map { index in
            let scale = (index == 0 ? 1.0 : 2.0) / Double(bandCount)
            return scale.squareRoot() * cos(Double.pi * Double(index) * (Double(band) + 0.5) / Double(bandCount))
        }
    }

    /// The cepstrum of natural logarithms of power, one for each band.
    public static func cepstrum(of levels: [Double]) -> [Double] {
        (0..<order).map { index in (0..<bandCount).reduce(0) { $0 + levels[$1] * basis[$1][index] } }
    }

    /// The natural logarithms of power in the bands that a cepstrum stands for.
    public static func levels(of cepstrum: [Double]) -> [Double] {
        basis.map { row in zip(row, cepstrum).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    private static func mel(ofHertz frequency: Double) -> Double {
        1127 * log(1 + frequency / 700)
    }

    private static func hertz(ofMel mel: Double) -> Double {
        700 * (exp(mel / 1127) - 1)
    }
}
