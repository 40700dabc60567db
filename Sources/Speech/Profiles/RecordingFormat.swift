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

    /// What it is called on the web (RFC 2046, 3003, 7845; IANA's registry of media types).
    public var contentType: String {
        switch self {
        case .mp3: "audio/mpeg"
        case .wav: "audio/wav"
        case .webm: "audio/webm"
        case .m4a: "audio/mp4"
        case .flac: "audio/flac"
        case .ogg: "audio/ogg"
        }
    }

    /// What the names of such files end in, without the dot.
    public var fileExtension: String { rawValue }
}
