/// Why a file was not decoded.
public enum AudioDecodingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file is not there, is not a regular file, or cannot be read.
    case unreadable(path: String)
    /// The file is of no kind that is read here.
    case unknownFormat
    /// The file begins as one of this kind, but can't be opened.
    case damagedHeader(AudioContainer)
    /// The file has no audio in it.
    case noAudio
    /// The file has a film in it and no audio.
    case silentVideo
    /// The audio is compressed in a way that is not read here: FFmpeg's name of it.
    case unsupportedCodec(String)
    /// The audio has a rate, or a number of channels, that is out of bounds.
    case unsupportedLayout(sampleRate: Int, channels: Int)
    /// The requested sample rate, in Hz, is not between 4 and 192 kHz.
    case unsupportedOutputSampleRate(Int)
    /// The audio is longer than the limit, in seconds.
    case tooLong(limit: Double)
    /// The file is of a known kind, but nothing in it can be decoded, or it goes on without audio.
    case damaged
    /// The decoder was used before.
    case alreadyDecoded
    /// FFmpeg refused.
    case failed(FFmpegFailure)

    public var description: String {
        switch self {
        case .unreadable(let path):
            "\(path) cannot be read: it must be a regular file that this process may open"
        case .unknownFormat:
            "the file is not audio that is understood: send MP3, WAV, FLAC, Ogg, WebM or M4A"
        case .damagedHeader(let container):
            "the file begins as \(container.title) does, and is damaged or cut off: send it whole"
        case .noAudio:
            "the file has no audio in it"
        case .silentVideo:
            "the file is a video without sound: send one that has sound, or the sound alone"
        case .unsupportedCodec(let name):
            "the file's audio is \(name), which is not understood: send MP3, PCM, FLAC, Opus, Vorbis, AAC or ALAC"
        case .unsupportedLayout(let sampleRate, let channels):
            "the file has \(channels) channels at \(sampleRate) Hz: send 1 to 8 channels at 4000 to 384000 Hz"
        case .unsupportedOutputSampleRate(let rate):
            "audio cannot be decoded to \(rate) Hz: the rate must be between 4000 and 192000 Hz"
        case .tooLong(let limit):
            "the audio is longer than the limit of \(limit) seconds"
        case .damaged:
            "the file is damaged: nothing in it can be decoded"
        case .alreadyDecoded:
            "the file was decoded before: open it again"
        case .failed(let failure):
            failure.description
        }
    }
}
