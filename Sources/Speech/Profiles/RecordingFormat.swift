/// The kinds of files in which a recording of a speaker may come.
public enum RecordingFormat: String, Sendable, Codable, Hashable, CaseIterable {
    case mp3
    case wav
    case webm
    case m4a
    case flac
    case ogg

    /// What people call it.
    public var title: String {
        switch self {
        case .mp3: "MP3"
        case .wav: "WAV"
        case .webm: "WebM"
        case .m4a: "M4A"
        case .flac: "FLAC"
        case .ogg: "Ogg"
        }
    }
}
