/// A kind of audio file that speech can come out as.
public enum AudioFormat: String, Sendable, Codable, CaseIterable {
    /// MPEG-1/2 Layer III.
    case mp3
    /// RIFF WAVE, 16-bit PCM.
    case wav
    /// Opus in Ogg.
    case opus
    /// FLAC, 16 bits.
    case flac
    /// Bare 16-bit little-endian samples, without a header.
    case pcm

    /// The ending of a file's name, without the dot.
    public var fileExtension: String {
        rawValue
    }
}
