import Speech

/// Why audio was not encoded.
public enum AudioEncodingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The format has no such sample rate; which ones it has, in Hz.
    case unsupportedSampleRate(Int, AudioFormat, supported: SampleRates)
    /// The format has no such bit rate, or none at all, or needs one and got none; which ones it has, in bit/s.
    case unsupportedBitRate(Int?, AudioFormat, supported: BitRates)
    /// The samples come at a rate that is not between 4 and 192 kHz.
    case unsupportedInputSampleRate(Int)
    /// The gain is not a finite, positive number.
    case unusableGain(Float)
    /// The file would be larger than its format can tell.
    case tooLong(AudioFormat)
    /// The file was finished, or failed, before.
    case closed
    /// FFmpeg was built without this encoder.
    case encoderMissing(String)
    /// FFmpeg refused.
    case failed(FFmpegFailure)

    public var description: String {
        switch self {
        case .unsupportedSampleRate(let rate, let format, let supported):
            "\(format.rawValue) has no sample rate of \(rate) Hz: use \(supported)"
        case .unsupportedBitRate(let rate?, let format, .none):
            "\(format.rawValue) has no bit rate: leave out \(rate)"
        case .unsupportedBitRate(let rate?, let format, let supported):
            "\(format.rawValue) has no bit rate of \(rate) bit/s at this sample rate: use \(supported)"
        case .unsupportedBitRate(nil, let format, let supported):
            "\(format.rawValue) needs a bit rate: use \(supported)"
        case .unsupportedInputSampleRate(let rate):
            "audio at \(rate) Hz cannot be encoded: the rate must be between 4000 and 192000 Hz"
        case .unusableGain(let gain):
            "a gain of \(gain) is not a finite, positive number"
        case .tooLong(let format):
            "the audio is too long for a \(format.rawValue) file: choose a format that compresses, or split the text"
        case .closed:
            "the file is finished and takes no more audio"
        case .encoderMissing(let name):
            "FFmpeg was built without the encoder \(name): install a build that has it"
        case .failed(let failure):
            failure.description
        }
    }
}
