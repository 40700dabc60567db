import Audio
import Speech

extension RecordingFormat {
    /// The format that a file of a kind is; nil for one in which no recordings come.
    init?(_ container: AudioContainer) {
        switch container {
        case .mp3: self = .mp3
        case .wav: self = .wav
        case .ogg: self = .ogg
        case .flac: self = .flac
        case .webm: self = .webm
        case .mp4: self = .m4a
        case .matroska: return nil
        }
    }
}
