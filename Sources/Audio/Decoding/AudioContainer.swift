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
    /// Matroska and WebM.
    case matroska
    /// MPEG-4 and QuickTime: `.m4a`, `.mp4`.
    case mp4

    /// FFmpeg's name of the demuxer: the first of those it has.
    var demuxer: String {
        self == .mp4 ? "mov" : rawValue
    }

    /// The container that a demuxer's list of names (`mov,mp4,m4a`) means, or nil where it is none that is read.
    init?(demuxers: String) {
        let names = demuxers.split(separator: ",")
        guard let match = Self.allCases.first(where: { container in names.contains { $0 == container.demuxer } }) else { return nil }
        self = match
    }
}
