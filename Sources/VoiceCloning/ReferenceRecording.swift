import Audio
import Speech

/// A recording of somebody who is to be cloned: decoded, checked, and measured.
public struct ReferenceRecording {
    /// What was measured of the speaker.
    public let speaker: SpeakerMeasures
    /// What the recording is like.
    public let check: RecordingCheck

    /// The rate at which a speaker is measured: envelopes end at 8 kHz.
    private static let sampleRate = 16_000
    /// The lengths in seconds.
    private static let (shortest, longest) = (3.0, 300.0)
    /// The least speech, in seconds.
    private static let speech = 2.0
    /// The softest level in dB of full scale.
    private static let softest = -55.0
    /// The part of loud moments that may be cut off.
    private static let clipping = 0.1
    /// How many dB loud moments have to be over soft ones.
    private static let dynamics = 12.0
    /// How much the levels of loud moments have to vary, in dB.
    private static let variation = 2.5
    /// Which part of speech is voiced: a language's usual part is about a half.
    private static let voicedShares = 0.15...0.99

    /// Decodes, checks and measures a recording.
    ///
    /// - Parameters:
    ///   - source: The file's bytes.
    ///   - reducesNoise: Whether steady noise is taken out of what is measured.
    /// - Throws: ``ReferenceError``, `AudioDecodingError`.
    public init(_ source: ByteSource, reducesNoise: Bool) throws {
        let samples = try AudioDecoder.samples(of: source, sampleRate: Self.sampleRate, maximumDuration: Self.longest)
        try self.init(samples, sampleRate: Self.sampleRate, reducesNoise: reducesNoise)
    }

    /// Checks and measures a recording.
    ///
    /// - Parameters:
    ///   - samples: One channel, full scale at 1.
    ///   - sampleRate: Samples a second, at least 16 000.
    ///   - reducesNoise: Whether steady noise is taken out of what is measured.
    /// - Throws: ``ReferenceError``.
    public init(_ samples: [Float], sampleRate: Int, reducesNoise: Bool) throws(ReferenceError) {
        check = RecordingCheck(samples, sampleRate: sampleRate)
        guard check.duration >= Self.shortest else { throw .tooShort(check.duration) }
        guard check.peak > 1e-4 else { throw .silent }
        guard check.level > Self.softest else { throw .tooSoft(check.level) }
        guard check.clipping <= Self.clipping else { throw .clipped(check.clipping) }
        guard check.variation >= Self.variation else { throw .notSpeech }
        guard check.dynamics >= Self.dynamics else { throw .noisy(check.dynamics) }
        speaker = SpeakerAnalyser.measure(samples, sampleRate: sampleRate, reducesNoise: reducesNoise)
        guard speaker.seconds >= Self.speech else { throw .tooLittleSpeech(speaker.seconds) }
        let voiced = Double(speaker.voiced.count) / Double(max(1, speaker.voiced.count + speaker.unvoiced.count))
        guard Self.voicedShares.contains(voiced) else { throw .notSpeech }
    }
}
