/// A kind of file that audio is read from.
public enum AudioContainer: String, Sendable, Codable, CaseIterable {
    /// MPEG audio frames in a row, with or without ID3 tags.
    case mp3
    /// RIFF WAVE.
    case wav
    /// Ogg.
    case ogg
    /// FLAC's own.
    case flac
    /// Matroska that calls itself WebM.
    case webm
    /// Any other Matroska.
    case matroska
    /// MPEG-4 and QuickTime: `.m4a`, `.mp4`.
    case mp4

    /// What people call it.
    public var title: String {
        switch self {
        case .mp3: "MP3"
        case .wav: "WAV"
        case .ogg: "Ogg"
        case .flac: "FLAC"
        case .webm: "WebM"
        case .matroska: "Matroska"
        case .mp4: "MPEG-4"
        }
    }

    /// FFmpeg's name of the demuxer: the first of those it has.
    var demuxer: String {
        switch self {
        case .mp4: "mov"
        case .webm: "matroska"
        case .mp3, .wav, .ogg, .flac, .matroska: rawValue
        }
    }

    /// The container that a demuxer's list of names (`mov,mp4,m4a`) means, or nil where it is none that is read.
    ///
    /// - Parameter documentType: What a Matroska file calls itself.
    init?(demuxers: String, documentType: () -> String?) {
        let names = demuxers.split(separator: ",")
        guard let match = Self.allCases.first(where: { container in names.contains { $0 == container.demuxer } }) else { return nil }
        self = match == .webm && documentType() != "webm" ? .matroska : match
    }
}
