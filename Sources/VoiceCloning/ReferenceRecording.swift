import Audio
import Speech

/// A recording of somebody who is to be cloned: decoded, checked, and measured.
public struct ReferenceRecording {
    /// What was measured of the speaker.
    public let speaker: SpeakerMeasures
    /// What the recording is like.
    public let check: RecordingCheck

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
    /// Which share of the sound may be tones that are held.
    private static let heldTones = 0.35
    /// How far, in semitones, the pitch of a voice moves whose held tones are judged: a robot that speaks on one tone is no melody.
    private static let monotone = 0.5

    /// Checks and measures a recording.
    ///
    /// - Parameters:
    ///   - samples: One channel, full scale at 1.
    ///   - sampleRate: Samples a second, at least 16 000.
    ///   - rules: How long it may be.
    ///   - reducesNoise: Whether steady noise is taken out of what is measured, and is no reason to refuse it.
    /// - Throws: ``ReferenceError``.
    public init(_ samples: [Float], sampleRate: Int, rules: ReferenceRules = .usual, reducesNoise: Bool) throws(ReferenceError) {
        check = RecordingCheck(samples, sampleRate: sampleRate)
        guard check.duration >= rules.seconds.lowerBound else { throw .tooShort(check.duration, rules) }
        guard check.duration <= rules.seconds.upperBound else { throw .tooLong(rules) }
        try Self.examine(check, reducesNoise: reducesNoise)
        speaker = SpeakerAnalyser.measure(samples, sampleRate: sampleRate, reducesNoise: reducesNoise)
        guard speaker.seconds >= Self.speech else { throw .tooLittleSpeech(speaker.seconds) }
        let voiced = Double(speaker.voiced.count) / Double(max(1, speaker.voiced.count + speaker.unvoiced.count))
        guard Self.voicedShares.contains(voiced) else { throw .notSpeech }
        guard speaker.pitchSpread < Self.monotone || HeldTones.share(in: samples, sampleRate: sampleRate) <= Self.heldTones else { throw .notSpeech }
        guard !SpeakerTurns(speaker).arePlain else { throw .severalSpeakers }
    }

    /// Refuses what can't be measured, however long it is.
    static func examine(_ check: RecordingCheck, reducesNoise: Bool) throws(ReferenceError) {
        guard check.peak > 1e-4 else { throw .silent }
        guard check.level > softest else { throw .tooSoft(check.level) }
        guard check.clipping <= clipping else { throw .clipped(check.clipping) }
        guard check.variation >= variation else { throw .notSpeech }
        guard reducesNoise || check.dynamics >= dynamics else { throw .noisy(check.dynamics) }
    }
}
