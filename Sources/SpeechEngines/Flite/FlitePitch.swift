import Foundation
import Speech

/// Moves the melody of a sentence, in the logarithm: its range about its middle, then all of it, and a straight line over the sentence.
struct FlitePitch {
    private let shift: Float
    private let range: Float
    /// How much the logarithm of the pitch rises from the start to the end.
    private let rise: Float

    /// - Parameters:
    ///   - timbre: What is the voice's usual melody, on which `prosody` comes on top.
    ///   - contour: Semitones by which the pitch rises over the sentence, about its middle.
    init(_ prosody: Prosody, timbre: Timbre, contour: Double) {
        shift = Float((prosody.pitch + timbre.pitch) / 12 * log(2))
        range = Float(prosody.pitchRange * timbre.range)
        rise = Float(contour / 12 * log(2))
    }

    /// Whether the melody stays as it is.
    var isUsual: Bool {
        shift == 0 && range == 1 && rise == 0
    }

    /// A melody, moved.
    ///
    /// - Parameter points: Its pitches in Hz, 0 where there is none, and where each stands in the sentence, 0 to 1.
    func moved(_ points: [(hertz: Float, place: Float)]) -> [Float] {
        let voiced = points.map(\.hertz).filter { $0 > 0 }.map(logf)
        guard !voiced.isEmpty else { return points.map(\.hertz) }
        // Not the mean, which a few high points raise: what is usually heard is to stay.
        let middle = voiced.sorted()[voiced.count / 2]
        return points.map { point in
            guard point.hertz > 0 else { return point.hertz }
            return expf(middle + (logf(point.hertz) - middle) * range + shift + rise * (point.place - 0.5))
        }
    }
}
