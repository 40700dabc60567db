import Audio
import Foundation

/// Recordings one behind the other, each brought to the level of the first.
struct JoinedRecordings {
    /// Samples a second.
    let sampleRate: Int
    /// One channel, full scale at 1.
    private(set) var samples: [Float] = []
    /// The level of the first recording in dB of full scale.
    private var level: Double?

    init(sampleRate: Int) {
        self.sampleRate = sampleRate
    }

    /// The length of all, in seconds.
    var duration: Double {
        Double(samples.count) / Double(sampleRate)
    }

    /// Adds a recording.
    ///
    /// - Parameter level: Its level in dB of full scale.
    mutating func append(_ recording: [Float], level: Double) {
        guard let first = self.level else {
            self.level = level
            samples = recording
            return
        }
        let gain = Float(pow(10, (first - level) / 20))
        samples += recording.map { $0 * gain }
    }
}
