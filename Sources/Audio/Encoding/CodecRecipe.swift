import CFFmpeg
import Speech

/// Which encoder and which muxer make a format, and with which settings.
struct CodecRecipe {
    /// FFmpeg's name of the encoder.
    let codec: String
    /// FFmpeg's name of the muxer.
    let muxer: String
    /// What the encoder takes.
    let sampleFormat: AVSampleFormat
    /// The encoder's trade between speed and quality, where it has one.
    let compressionLevel: Int32?
    /// What samples are multiplied by, so that what is decoded is as loud as what was encoded.
    let scale: Float
    /// The encoder's own options.
    let codecOptions: [(String, String)]
    /// The muxer's options.
    let muxerOptions: [(String, String)]

    /// The recipe for an encoding that is a file: not for bare samples, which take the one for WAV.
    init(_ encoding: AudioEncoding) {
        switch encoding.format {
        case .mp3:
            // A constant bit rate; the first frame tells the number of frames and the samples to leave out at both ends.
            self.init(
                codec: "libmp3lame", muxer: "mp3", sampleFormat: AV_SAMPLE_FMT_FLTP, compressionLevel: AudioEncoder.mp3CompressionLevel,
                scale: 1 / Self.lameScale(bitRate: encoding.bitRate ?? 0),
                muxerOptions: [("write_xing", "1"), ("id3v2_version", "0"), ("write_id3v1", "0")])
        case .opus:
            // `audio`, not `voip`: the latter filters and shapes the signal for bad microphones and loss, and this is clean, finished speech;
            // it also takes 2.5 times as long. The bit rate is constrained because below complexity 7 libopus tells no speech from music, and
            // would make 58 kbit/s of 32.
            self.init(
                codec: "libopus", muxer: "opus", sampleFormat: AV_SAMPLE_FMT_FLT, compressionLevel: AudioEncoder.opusCompressionLevel,
                codecOptions: [("application", "audio"), ("vbr", "constrained")])
        case .flac:
            self.init(codec: "flac", muxer: "flac", sampleFormat: AV_SAMPLE_FMT_S16, muxerOptions: [("metadata_header_padding", "0")])
        case .wav, .pcm:
            self.init(codec: "pcm_s16le", muxer: "wav", sampleFormat: AV_SAMPLE_FMT_S16)
        }
    }

    private init(
        codec: String, muxer: String, sampleFormat: AVSampleFormat, compressionLevel: Int32? = nil, scale: Float = 1,
        codecOptions: [(String, String)] = [], muxerOptions: [(String, String)] = []
    ) {
        self.codec = codec
        self.muxer = muxer
        self.sampleFormat = sampleFormat
        self.compressionLevel = compressionLevel
        self.scale = scale
        self.codecOptions = codecOptions
        self.muxerOptions = muxerOptions
    }

    /// What LAME multiplies samples by at a bit rate, against clipping at the decoder (`abr_switch_map` in its `presets.c`), and FFmpeg
    /// does not let one set. The limiter is there for that.
    private static func lameScale(bitRate: Int) -> Float {
        switch bitRate {
        case ..<176_000: 0.95
        case ..<208_000: 0.97
        case ..<240_000: 0.98
        default: 1
        }
    }
}
