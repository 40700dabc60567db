/// Why nobody can be cloned from a recording.
public enum ReferenceError: Error, Sendable, Hashable {
    /// It is shorter than 3 s; its length in seconds.
    case tooShort(Double)
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
    /// There are fewer than 2 s of speech in it; how many.
    case tooLittleSpeech(Double)

    /// What to tell the person.
    public var message: String {
        switch self {
        case .tooShort(let seconds): "The recording is \(Self.text(seconds)) s long: send 3 s to 5 minutes of one person speaking."
        case .silent: "Nothing is heard in the recording: send 3 s to 5 minutes of one person speaking."
        case .tooSoft(let level): "The recording is too soft (\(Self.text(level)) dB): record nearer to the microphone."
        case .clipped(let part): "The recording is cut off in \(Int(part * 100)) % of its loud moments: record at a lower level."
        case .noisy(let decibels):
            "The voice is only \(Self.text(decibels)) dB over what else is heard in the recording: record in a quiet room, without music."
        case .notSpeech: "The recording is no speech: send 3 s to 5 minutes of one person speaking, without music."
        case .tooLittleSpeech(let seconds): "There are only \(Self.text(seconds)) s of speech in the recording: send at least 2 s."
        }
    }

    private static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
