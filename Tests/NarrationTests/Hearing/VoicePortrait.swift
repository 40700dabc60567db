import Foundation
import Narration
import Speech
import TestSupport

/// What is measured of how a voice speaks.
struct VoicePortrait {
    /// Words a second, in the time of the words alone.
    let rate: Double
    /// The middle of its pitch, in Hz.
    let pitch: Double
    /// How far the pitch moves: the standard deviation about the straight line through a sentence, in semitones.
    let liveliness: Double
    /// How far that line rises over a sentence, in semitones.
    let rise: Double
    /// In LUFS.
    let loudness: Double
    /// The level of what lies above 2 kHz, over that of all, in dB.
    let brightness: Double
    /// The largest magnitude.
    let peak: Float

    private static let sentences = [
        "We were away a year ago, and nobody knew where we were going. ", "My mother is in the other room with my brother. ",
    ]

    /// Has a voice speak a few sentences.
    init(of voice: String, _ emotion: Emotion) async throws {
        let spoken = try await Spoken(Self.sentences.joined(), voice: voice, emotion: .chosen(emotion))
        let recording = try spoken.recording(sampleRate: 16_000)
        let words = spoken.narration.words
        rate = Double(words.count) / words.map { $0.end - $0.start }.reduce(0, +)
        pitch = PitchTrack(recording).median
        let lines = Self.sentences.indices.map { Self.words(of: $0, in: words) }.map { Line(PitchTrack(recording), of: recording, over: $0) }
        liveliness = lines.map(\.deviation).reduce(0, +) / Double(lines.count)
        rise = lines.map(\.rise).reduce(0, +) / Double(lines.count)
        loudness = recording.loudness ?? -.infinity
        brightness = Spectrum(recording.samples, sampleRate: 16_000).level(2000, 8000)
        peak = try spoken.recording().peak
    }

    private static func words(of sentence: Int, in words: [WordTiming]) -> Range<Double> {
        let border = sentences[0].utf8.count
        let own = words.filter { ($0.range.lowerBound < border) == (sentence == 0) }
        return (own.first?.start ?? 0)..<(own.last?.end ?? 1)
    }

    /// A straight line through a sentence's pitch.
    private struct Line {
        let rise: Double
        let deviation: Double

        init(_ track: PitchTrack, of recording: Recording, over time: Range<Double>) {
            let middle = track.median
            // What is an octave off was measured wrong.
            let points = zip(track.times, track.frequencies).filter { time.contains($0) && (0.6...1.7).contains($1 / middle) }.map { at, hertz in
                (x: (at - time.lowerBound) / (time.upperBound - time.lowerBound), y: 12 * log2(hertz))
            }
            let count = Double(points.count)
            let mean = (x: points.map(\.x).reduce(0, +) / count, y: points.map(\.y).reduce(0, +) / count)
            let slope =
                points.map { ($0.x - mean.x) * ($0.y - mean.y) }.reduce(0, +) / points.map { ($0.x - mean.x) * ($0.x - mean.x) }.reduce(0, +)
            rise = slope
            deviation = (points.map { pow($0.y - mean.y - slope * ($0.x - mean.x), 2) }.reduce(0, +) / count).squareRoot()
        }
    }
}
