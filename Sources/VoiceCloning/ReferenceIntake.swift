import Audio
import Speech

/// Takes recordings of one speaker as they come: decodes and checks each, and puts them one behind the other. Only samples are kept of them.
public struct ReferenceIntake {
    private let rules: ReferenceRules
    private let reducesNoise: Bool
    /// What is measured. Envelopes end at 8 kHz.
    private var measured = JoinedRecordings(sampleRate: 16_000)
    /// What a sample is made of; nil where none is wanted.
    private var heard: JoinedRecordings?

    /// How long a recording has to be to be judged by itself, in seconds; a shorter one counts as a part of the whole.
    private static let judged = 1.0

    /// - Parameters:
    ///   - rules: What is taken.
    ///   - reducesNoise: Whether steady noise is taken out of the recordings, and is no reason to refuse one.
    ///   - makesSample: Whether ``sample()`` will be wanted.
    public init(rules: ReferenceRules, reducesNoise: Bool, makesSample: Bool = false) {
        self.rules = rules
        self.reducesNoise = reducesNoise
        heard = makesSample ? JoinedRecordings(sampleRate: ListeningSample.sampleRate) : nil
    }

    /// Decodes and checks the next recording.
    ///
    /// - Parameter source: The file's bytes, which are not needed afterwards.
    /// - Throws: ``ReferenceError``, `AudioDecodingError`.
    public mutating func take(_ source: ByteSource) throws {
        let samples = try decoded(source, sampleRate: measured.sampleRate)
        let check = RecordingCheck(samples, sampleRate: measured.sampleRate)
        if check.duration >= Self.judged { try ReferenceRecording.examine(check, reducesNoise: reducesNoise) }
        if let sampleRate = heard?.sampleRate {
            let heard = cleaned(try decoded(source, sampleRate: sampleRate), sampleRate: sampleRate)
            self.heard?.append(heard, level: check.level)
        }
        measured.append(samples, level: check.level)
    }

    /// Checks and measures what has come, as one recording.
    ///
    /// - Throws: ``ReferenceError``.
    public func recording() throws(ReferenceError) -> ReferenceRecording {
        try ReferenceRecording(measured.samples, sampleRate: measured.sampleRate, rules: rules, reducesNoise: reducesNoise)
    }

    /// What has come, for people to listen to; nil where it was not wanted.
    public func sample() -> ListeningSample? {
        heard.map { ListeningSample($0.samples) }
    }

    private func cleaned(_ samples: [Float], sampleRate: Int) -> [Float] {
        reducesNoise ? NoiseReducer.reduce(samples, sampleRate: sampleRate) : samples
    }

    private func decoded(_ source: ByteSource, sampleRate: Int) throws -> [Float] {
        do {
            let decoder = try AudioDecoder(source, sampleRate: sampleRate, maximumDuration: rules.seconds.upperBound - measured.duration)
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
