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
    init?(demuxers: String, documentType: String?) {
        let names = demuxers.split(separator: ",")
        guard let match = Self.allCases.first(where: { container in names.contains { $0 == container.demuxer } }) else { return nil }
        self = match == .webm ? Self.matroska(documentType) : match
    }

    /// The container that a file's first bytes are the signature of, whether or not the rest can be read; nil for none. MPEG audio has none that is its alone.
    ///
    /// - Parameter documentType: What a Matroska file calls itself.
    init?(signature start: [UInt8], documentType: String?) {
        func has(_ text: String, at place: Int = 0) -> Bool { start.dropFirst(place).starts(with: text.utf8) }
        if has("RIFF"), has("WAVE", at: 8) {
            self = .wav
        } else if has("OggS") {
            self = .ogg
        } else if has("fLaC") {
            self = .flac
        } else if has("ftyp", at: 4) {
            self = .mp4
        } else if start.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            self = Self.matroska(documentType)
        } else {
            return nil
        }
    }

    /// How many of a file's bytes its signature takes.
    static let signatureLength = 12

    private static func matroska(_ documentType: String?) -> AudioContainer {
        documentType == "webm" ? .webm : .matroska
    }
}
