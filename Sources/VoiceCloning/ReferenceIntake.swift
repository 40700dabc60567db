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

    /// The rates that a recording may have, in samples a second, and its numbers of channels.
    private static let (sampleRates, channels) = (8000...96_000, 1...2)
    /// How much shorter than its headers say a recording may be: headers of compressed files are rounded, and some are made while it is recorded.
    private static let shortfall = (part: 0.1, seconds: 0.5)
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
    /// - Returns: The kind of file that it is.
    /// - Throws: ``ReferenceError``, `AudioDecodingError`.
    @discardableResult
    public mutating func take(_ source: ByteSource) throws -> RecordingFormat {
        let (format, samples) = try decoded(source, sampleRate: measured.sampleRate)
        let check = RecordingCheck(samples, sampleRate: measured.sampleRate)
        if check.duration >= Self.judged { try ReferenceRecording.examine(check, reducesNoise: reducesNoise) }
        if let sampleRate = heard?.sampleRate {
            let heard = cleaned(try decoded(source, sampleRate: sampleRate).samples, sampleRate: sampleRate)
            self.heard?.append(heard, level: check.level)
        }
        measured.append(samples, level: check.level)
        return format
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

    private func decoded(_ source: ByteSource, sampleRate: Int) throws -> (format: RecordingFormat, samples: [Float]) {
        do {
            let decoder = try AudioDecoder(source, sampleRate: sampleRate, maximumDuration: rules.seconds.upperBound - measured.duration)
            guard let format = format(decoder.container) else { throw ReferenceError.wrongFormat(decoder.container.title, rules) }
            try Self.checkLayout(of: decoder)
            var samples: [Float] = []
            try decoder.decode { samples.append(contentsOf: $0) }
            try Self.checkLength(Double(samples.count) / Double(sampleRate), of: decoder)
            return (format, samples)
        } catch AudioDecodingError.tooLong {
            throw measured.duration > 0 ? ReferenceError.tooLongTogether(rules) : .tooLong(rules)
        } catch AudioDecodingError.unknownFormat {
            throw ReferenceError.wrongFormat(nil, rules)
        } catch AudioDecodingError.damagedHeader(let container) where format(container) == nil {
            throw ReferenceError.wrongFormat(container.title, rules)
        } catch AudioDecodingError.unsupportedLayout(let sampleRate, let channels) {
            throw Self.channels.contains(channels) ? ReferenceError.sampleRate(sampleRate) : .channels(channels)
        }
    }

    /// The format that a file of a kind is; nil for one that is not taken.
    private func format(_ container: AudioContainer) -> RecordingFormat? {
        RecordingFormat(container).flatMap { rules.formats.contains($0) ? $0 : nil }
    }

    private static func checkLength(_ seconds: Double, of decoder: AudioDecoder) throws(ReferenceError) {
        guard let claim = decoder.claimedDuration else {
            if decoder.isCutOff { throw .cutOff(seconds) }
            return
        }
        guard claim * (1 - shortfall.part) - shortfall.seconds <= seconds else { throw .truncated(seconds, of: claim) }
    }

    private static func checkLayout(of decoder: AudioDecoder) throws(ReferenceError) {
        guard channels.contains(decoder.sourceChannels) else { throw .channels(decoder.sourceChannels) }
        guard sampleRates.contains(decoder.sourceSampleRate) else { throw .sampleRate(decoder.sourceSampleRate) }
        guard !decoder.hasCoarseSamples else { throw .coarseSamples }
    }
}
