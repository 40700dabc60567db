import CFFmpeg
import Speech

/// Encodes one channel of audio into a file, a piece at a time.
///
/// The same samples give the same bytes, however they are divided between calls. The file, decoded, has the length of the input to within
/// half a sample. Of no samples comes a whole file of no length; MP3 and Opus have no such thing, and get one silent sample.
///
/// An encoder is used by one thread at a time. After an error it takes no more audio.
public final class AudioEncoder {
    /// LAME's quality, from 0 (best, slow) to 9. For 289 s of speech 5 takes 1.8 s of processor time and 7 takes 1.25 s; the noise shaping
    /// that 7 leaves out is not heard in speech at 128 kbit/s.
    public static let mp3CompressionLevel: Int32 = 7
    /// libopus's complexity, from 0 to 10 (best, slow). 10 takes four times as long as 5.
    public static let opusCompressionLevel: Int32 = 5

    /// Samples taken at a time: what the buffers are sized for.
    private static let blockSize = 4096
    /// The rates at which samples may come, in Hz.
    static let inputSampleRates = 4000...192_000

    /// How the file is encoded.
    public let encoding: AudioEncoding
    /// Samples a second of what is put in.
    public let inputSampleRate: Int
    /// Samples written so far, at the encoding's sample rate; complete after ``finish()``.
    public var sampleCount: Int { resampler.outputCount }

    private let resampler: Resampler
    private let writer: any SampleWriter
    private var isOpen = true

    /// An encoder into a receiver.
    ///
    /// - Parameters:
    ///   - encoding: the format, its sample rate and its bit rate.
    ///   - inputSampleRate: samples a second of what will be put in, 4000 to 192 000.
    ///   - sink: gets each piece of the file. What it throws comes out of the call that was under way.
    /// - Throws: ``AudioEncodingError``.
    public init(encoding: AudioEncoding, inputSampleRate: Int, sink: @escaping (EncodedBytes) throws -> Void) throws {
        FFmpeg.prepare()
        try encoding.validate()
        guard Self.inputSampleRates.contains(inputSampleRate) else {
            throw AudioEncodingError.unsupportedInputSampleRate(inputSampleRate)
        }
        self.encoding = encoding
        self.inputSampleRate = inputSampleRate
        do {
            writer = encoding.format == .pcm ? PCMWriter(sink: sink) : try CodecWriter(encoding: encoding, sink: sink)
            resampler = try Resampler(
                from: .mono(inputSampleRate, AV_SAMPLE_FMT_FLTP), toMonoAt: encoding.sampleRate, as: writer.sampleFormat)
        } catch let failure as FFmpegFailure {
            throw AudioEncodingError.failed(failure)
        }
    }

    /// Adds samples at the input's rate.
    ///
    /// - Parameter samples: any number of them, -1 to 1; what is outside saturates, in the lossless formats.
    /// - Throws: ``AudioEncodingError``, or what the receiver throws.
    public func encode(_ samples: UnsafeBufferPointer<Float>) throws {
        try perform {
            var start = 0
            while start < samples.count {
                let end = min(start + Self.blockSize, samples.count)
                try encodeBlock(UnsafeBufferPointer(rebasing: samples[start..<end]))
                start = end
            }
        }
    }

    /// Adds samples at the input's rate.
    ///
    /// - Parameter samples: any number of them, -1 to 1; what is outside saturates, in the lossless formats.
    /// - Throws: ``AudioEncodingError``, or what the receiver throws.
    public func encode(_ samples: [Float]) throws {
        try samples.withUnsafeBufferPointer { try encode($0) }
    }

    /// Writes what is still held back and completes the header. It is the last call.
    ///
    /// - Throws: ``AudioEncodingError``, or what the receiver throws.
    public func finish() throws {
        try perform {
            try resampler.finish { try writer.write($0, count: $1) }
            try writer.finish()
        }
        isOpen = false
    }

    private func encodeBlock(_ block: UnsafeBufferPointer<Float>) throws {
        var plane = UnsafeRawPointer(block.baseAddress)?.assumingMemoryBound(to: UInt8.self)
        try resampler.resample(&plane, count: block.count) { try writer.write($0, count: $1) }
    }

    private func perform(_ work: () throws -> Void) throws {
        guard isOpen else { throw AudioEncodingError.closed }
        do {
            try work()
        } catch {
            isOpen = false
            guard let failure = error as? FFmpegFailure else { throw error }
            throw AudioEncodingError.failed(failure)
        }
    }
}
