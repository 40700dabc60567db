import Audio
import Foundation
import Speech

/// Takes recordings of one speaker as they come: decodes and checks each, and puts them one behind the other. Only samples are kept of them.
public struct ReferenceIntake {
    private let rules: ReferenceRules
    private let reducesNoise: Bool
    private var samples: [Float] = []
    /// The level of the first recording in dB of full scale, to which the others are brought.
    private var level: Double?

    /// The rate at which a speaker is measured: envelopes end at 8 kHz.
    private static let sampleRate = 16_000
    /// How long a recording has to be to be judged by itself, in seconds; a shorter one counts as a part of the whole.
    private static let judged = 1.0

    /// - Parameters:
    ///   - rules: What is taken.
    ///   - reducesNoise: Whether steady noise is taken out of what is measured, and is no reason to refuse a recording.
    public init(rules: ReferenceRules, reducesNoise: Bool) {
        self.rules = rules
        self.reducesNoise = reducesNoise
    }

    /// Decodes and checks the next recording.
    ///
    /// - Parameter source: The file's bytes, which are not needed afterwards.
    /// - Throws: ``ReferenceError``, `AudioDecodingError`.
    public mutating func take(_ source: ByteSource) throws {
        let next = try decoded(source)
        let check = RecordingCheck(next, sampleRate: Self.sampleRate)
        if check.duration >= Self.judged { try ReferenceRecording.examine(check, reducesNoise: reducesNoise) }
        guard let level else {
            level = check.level
            samples = next
            return
        }
        let gain = Float(pow(10, (level - check.level) / 20))
        samples += next.map { $0 * gain }
    }

    /// Checks and measures what has come, as one recording.
    ///
    /// - Throws: ``ReferenceError``.
    public func recording() throws(ReferenceError) -> ReferenceRecording {
        try ReferenceRecording(samples, sampleRate: Self.sampleRate, rules: rules, reducesNoise: reducesNoise)
    }

    /// What people may listen to of it.
    public var excerpt: ReferenceExcerpt {
        ReferenceExcerpt(of: samples, sampleRate: Self.sampleRate)
    }

    private func decoded(_ source: ByteSource) throws -> [Float] {
        let room = rules.seconds.upperBound - Double(samples.count) / Double(Self.sampleRate)
        do {
            let decoder = try AudioDecoder(source, sampleRate: Self.sampleRate, maximumDuration: room)
            guard let format = RecordingFormat(decoder.container), rules.formats.contains(format) else {
                throw ReferenceError.wrongFormat(decoder.container.title, rules)
            }
            var samples: [Float] = []
            try decoder.decode { samples.append(contentsOf: $0) }
            return samples
        } catch AudioDecodingError.tooLong {
            throw ReferenceError.tooLong(rules)
        } catch AudioDecodingError.unknownFormat {
            throw ReferenceError.wrongFormat(nil, rules)
        }
    }
}
