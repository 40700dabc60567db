/// How finished speech is encoded: always one channel.
public struct AudioEncoding: Sendable, Codable, Hashable {
    /// The kind of file.
    public var format: AudioFormat
    /// Samples a second.
    public var sampleRate: Int
    /// Bits a second, for the formats that compress with loss; nil for the others.
    public var bitRate: Int?

    /// An encoding with every value given.
    public init(format: AudioFormat, sampleRate: Int, bitRate: Int?) {
        self.format = format
        self.sampleRate = sampleRate
        self.bitRate = bitRate
    }

    /// The usual encoding of a format: MP3 at 32 kHz and 128 kbit/s, Opus at 48 kHz and 32 kbit/s, the others at 24 kHz.
    public static func standard(_ format: AudioFormat) -> AudioEncoding {
        switch format {
        case .mp3: AudioEncoding(format: .mp3, sampleRate: 32_000, bitRate: 128_000)
        case .opus: AudioEncoding(format: .opus, sampleRate: 48_000, bitRate: 32_000)
        case .wav, .flac, .pcm: AudioEncoding(format: format, sampleRate: 24_000, bitRate: nil)
        }
    }

    /// The media type of the file; for bare samples it tells what a player must know: `audio/pcm;rate=24000;channels=1`.
    public var contentType: String {
        switch format {
        case .mp3: "audio/mpeg"
        case .wav: "audio/wav"
        case .opus: "audio/ogg;codecs=opus"
        case .flac: "audio/flac"
        case .pcm: "audio/pcm;rate=\(sampleRate);channels=1"
        }
    }
}
