import Audio
import Foundation

/// A file of speech, decoded.
struct DecodedAudio {
    /// Its length in seconds.
    let duration: Double
    /// How far its samples are from zero at most, 0 to 1.
    let peak: Float
    /// The longest stretch in which nothing is heard, in seconds; nil where there is none.
    let longestSilence: Double?

    private static let sampleRate = 48_000
    /// Below this nothing is heard: -54 dBFS.
    private static let silence: Float = 0.002

    /// Decodes MP3, WAV, and Opus in Ogg.
    init(_ file: Data) throws {
        let samples = try AudioDecoder.samples(of: ByteSource(Array(file)), sampleRate: Self.sampleRate, maximumDuration: 3600)
        duration = Double(samples.count) / Double(Self.sampleRate)
        peak = samples.reduce(0) { max($0, abs($1)) }
        let runs = samples.split { abs($0) > Self.silence }.map(\.count)
        longestSilence = runs.max().map { Double($0) / Double(Self.sampleRate) }
    }
}
