import Speech

/// Why nobody can be cloned from a recording.
public enum ReferenceError: Error, Sendable, Hashable {
    /// It is a file of a kind that is not taken: what it is, or nil where nobody knows; and what is taken.
    case wrongFormat(String?, ReferenceRules)
    /// It ends before its headers say that it does: after these seconds, of those.
    case truncated(Double, of: Double)
    /// It breaks off, after these seconds, of nobody knows how many.
    case cutOff(Double)
    /// It has more channels than two.
    case channels(Int)
    /// It has so many samples a second.
    case sampleRate(Int)
    /// Its samples have 8 bits.
    case coarseSamples
    /// It is shorter than it has to be: its length in seconds, and what is taken.
    case tooShort(Double, ReferenceRules)
    /// It is longer than it may be, and what is taken.
    case tooLong(ReferenceRules)
    /// It is longer than it may be with those that came before it, and what is taken.
    case tooLongTogether(ReferenceRules)
    /// Nothing can be heard in it.
    case silent
    /// It is so soft that what is measured would be noise: its level in dB of full scale.
    case tooSoft(Double)
    /// It is cut off in this part of its loud moments, 0 to 1.
    case clipped(Double)
    /// The voice is no more than this many dB over the noise.
    case noisy(Double)
    /// It goes on as one tone or one noise, as no voice does.
    case notSpeech
    /// Two people speak by turns in it.
    case severalSpeakers
    /// There are fewer than 2 s of speech in it; how many.
    case tooLittleSpeech(Double)

    /// What to tell the person.
    public var message: String {
        switch self {
        case .wrongFormat(let name?, let rules): "The recording is \(name), which is not taken: send \(rules.formatsText)."
        case .wrongFormat(nil, let rules): "The recording can't be read: the file is not audio that is understood. Send \(rules.formatsText)."
        case .truncated(let seconds, let claim):
            "The recording ends after \(Self.text(seconds)) s, and its header says \(Self.text(claim)) s: send the file whole."
        case .cutOff(let seconds): "The recording breaks off after \(Self.text(seconds)) s: send the file whole."
        case .channels(let count): "The recording has \(count) channels: send one or two."
        case .sampleRate(let rate): "The recording has \(rate) samples a second: send 8000 to 96000."
        case .coarseSamples: "The recording has samples of 8 bits, which are too coarse: send 16 bits or more."
        case .tooShort(let seconds, let rules):
            "The recording is \(Self.text(seconds)) s long: send \(rules.secondsText) of one person speaking."
        case .tooLong(let rules): "The recording is too long: send \(rules.secondsText) of one person speaking."
        case .tooLongTogether(let rules):
            "The recording is too long with those before it: send \(rules.secondsText) in all, of one person speaking."
        case .silent: "Nothing is heard in the recording: send one person speaking."
        case .tooSoft(let level): "The recording is too soft (\(Self.text(level)) dB): record nearer to the microphone."
        case .clipped(let part): "The recording is cut off in \(Int(part * 100)) % of its loud moments: record at a lower level."
        case .noisy(let decibels):
            "The voice is only \(Self.text(decibels)) dB over what else is heard in the recording: record in a quiet room, without music."
        case .notSpeech: "The recording is no speech: send one person speaking, without music."
        case .severalSpeakers: "Two people speak by turns in the recording: send one person speaking."
        case .tooLittleSpeech(let seconds): "There are only \(Self.text(seconds)) s of speech in the recording: send at least 2 s."
        }
    }

    private static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
